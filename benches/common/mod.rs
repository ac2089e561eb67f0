//! Reports by the thousand for benchmarks: the paragraphs of the development set, shuffled among each other, with other
//! numbers and other provinces. The same seed gives the same texts.

use tongket::lexicon::area::PROVINCES;

/// How large a report is, about.
pub const BYTES: usize = 8_000;

/// Numbers that look as if drawn, the same on every machine (xorshift64*).
pub struct Dice(u64);

impl Dice {
    /// From a seed that is not 0.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % sides
    }
}

/// `count` texts of about [`BYTES`]: a head of one report and paragraphs of any.
pub fn texts(count: usize, seed: u64) -> Vec<String> {
    let sources = sources();
    let paragraphs: Vec<&str> =
        sources.iter().flat_map(|text| text.lines().skip(3)).filter(|l| l.len() > 120).collect();
    let mut dice = Dice::new(seed);
    (0..count)
        .map(|_| {
            let head = &sources[dice.below(sources.len())];
            let mut text: String = head.lines().take(4).collect::<Vec<_>>().join("\n");
            while text.len() < BYTES {
                text.push('\n');
                text.push_str(paragraphs[dice.below(paragraphs.len())]);
            }
            vary(&text, &mut dice)
        })
        .collect()
}

fn sources() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/gold");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Other digits in numbers that are no years and no dates, and another province for each that is named.
fn vary(text: &str, dice: &mut Dice) -> String {
    let name = PROVINCES[dice.below(PROVINCES.len())].1;
    let mut text = text.to_owned();
    for (_, province) in PROVINCES {
        text = text.replace(province, name);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let end = rest[at..].find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').map_or(rest.len(), |n| at + n);
        out.push_str(&rest[..at]);
        let number = &rest[at..end];
        let apart = |c: Option<char>| c.is_some_and(|c| "/-–".contains(c));
        let kept = number.len() < 3
            || number.len() == 4 && (number.starts_with("20") || number.starts_with("19"))
            || apart(rest[..at].chars().next_back())
            || apart(rest[end..].chars().next());
        for (i, c) in number.chars().enumerate() {
            let digit = char::from(b'1' + dice.below(9) as u8);
            out.push(if kept || i == 0 || !c.is_ascii_digit() { c } else { digit });
        }
        rest = &rest[end..];
    }
    out + rest
}
