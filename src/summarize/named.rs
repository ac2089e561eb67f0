//! The indicators told so far in a block, for figures whose own words say too little.

use std::ops::Range;

use crate::lexicon::{self, Class, Mask, change, indicator};
use crate::rules::Scene;
use crate::text::fold_into;

/// An indicator with the node of its figure.
#[derive(Debug)]
struct Entry {
    at: usize,
    /// Where the clause of the figure starts.
    clause: usize,
    name: String,
    /// Whether the figure stands in brackets, by the way.
    aside: bool,
}

/// The indicators of the figures before, in the same block; the last of them, as far as any figure looks back.
#[derive(Debug, Default)]
pub struct Named {
    entries: Vec<Entry>,
    /// What the sentence before opened with.
    topic: Option<Range<usize>>,
    /// What the block is about by its lead: "Cà phê: diện tích 17.924 ha, …".
    label: Option<String>,
}

/// How many are kept.
const MOST: usize = 24;
/// The most words of a lead that names what its block is about.
const MOST_OF_LABEL: usize = 6;

impl Named {
    /// Forgets all: a new block.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.topic = None;
        self.label = None;
    }

    /// Takes up what the lead of a block names, if it names something short.
    pub fn lead(&mut self, name: Option<String>) {
        let short = |name: &String| {
            let mut folded = String::new();
            fold_into(name, &mut folded);
            name.split_whitespace().count() <= MOST_OF_LABEL
                && !indicator::NO_LABELS.iter().any(|no| folded.contains(no))
        };
        self.label = name.filter(short);
    }

    /// What the lead of the block names.
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// Leaves a sentence: what it opens with is what the next one goes on about.
    pub fn leave(&mut self, scene: &Scene<'_>, sentence: &Range<usize>) {
        const END: Mask = Mask::of(&[Class::Predicate, Class::Auxiliary, Class::Quantity, Class::Change, Class::Comma]);
        let end = sentence.clone().find(|&i| scene.nodes[i].mask.meets(END)).unwrap_or(sentence.end);
        self.topic = (end > sentence.start).then_some(sentence.start..end);
    }

    /// The nodes that the sentence before opened with.
    pub fn topic(&self) -> Option<Range<usize>> {
        self.topic.clone()
    }

    /// Adds that of a figure, without what it was compared with.
    pub fn push(&mut self, at: usize, clause: usize, name: &str, aside: bool) {
        if self.entries.len() == MOST {
            self.entries.remove(0);
        }
        let name = name.split_once(change::AGAINST).map_or(name, |(name, _)| name.trim_end());
        if !name.is_empty() {
            self.entries.push(Entry { at, clause, name: name.to_owned(), aside });
        }
    }

    /// That of the figure before; one in brackets only where there is no other in the block.
    pub fn last(&self) -> Option<&str> {
        let told = self.entries.iter().rev().find(|entry| !entry.aside).or(self.entries.last());
        told.map(|entry| entry.name.as_str())
    }

    /// What the first figure of the sentence measures, if it is short enough to be a whole.
    pub fn whole(&self, sentence: &Range<usize>) -> Option<&str> {
        let whole = self.entries.iter().find(|entry| entry.at >= sentence.start)?;
        (whole.name.split_whitespace().count() <= 9).then_some(whole.name.as_str())
    }

    /// That of the last figure before a node.
    pub fn before(&self, node: usize) -> Option<&str> {
        self.entries.iter().rev().find(|entry| entry.at < node).map(|entry| entry.name.as_str())
    }

    /// That of the figure so many places back.
    pub fn nth_last(&self, back: usize) -> Option<&str> {
        self.entries.len().checked_sub(back).map(|at| self.entries[at].name.as_str())
    }

    /// Whether one of the block is such.
    pub fn any(&self, is: impl Fn(&str) -> bool) -> bool {
        self.entries.iter().any(|entry| is(&entry.name))
    }

    /// The first one of the block that is such.
    pub fn such(&self, is: impl Fn(&str) -> bool) -> Option<&str> {
        self.entries.iter().map(|entry| entry.name.as_str()).find(|name| is(name))
    }

    /// The last one of the block that is such, in small letters.
    pub fn latest(&self, is: impl Fn(&str) -> bool) -> Option<String> {
        self.entries.iter().rev().map(|entry| entry.name.to_lowercase()).find(|name| is(name))
    }

    /// The first one of the block, if it names no place.
    pub fn without_place(&self, scene: &Scene<'_>) -> Option<&str> {
        let first = self.entries.first()?.name.as_str();
        (!any_word(scene, first, |entry| entry.mask.has(Class::Province))).then_some(first)
    }

    /// The first one of a sentence that is such.
    pub fn first_such(&self, sentence: &Range<usize>, is: impl Fn(&str) -> bool) -> Option<&str> {
        let told = self.entries.iter().find(|entry| entry.at >= sentence.start && is(&entry.name));
        told.map(|entry| entry.name.as_str())
    }

    /// That of the figure at a node.
    pub fn at(&self, node: usize) -> Option<&str> {
        self.entries.last().filter(|entry| entry.at == node).map(|entry| entry.name.as_str())
    }

    /// The nodes of the figures before a node, the nearest first.
    pub fn before_node(&self, node: usize) -> impl Iterator<Item = usize> {
        self.entries.iter().rev().map(|entry| entry.at).filter(move |&at| at < node)
    }

    /// The node of the last figure before a node.
    pub fn at_before(&self, node: usize) -> Option<usize> {
        self.entries.iter().rev().find(|entry| entry.at < node).map(|entry| entry.at)
    }

    /// That of the figure before, if it stands in the same sentence.
    pub fn in_sentence(&self, sentence: &Range<usize>) -> Option<&str> {
        let told = self.entries.iter().rev().find(|entry| !entry.aside).or(self.entries.last());
        told.filter(|entry| entry.at >= sentence.start).map(|entry| entry.name.as_str())
    }

    /// The last one of the sentence that says of itself what it is of.
    pub fn owner(&self, sentence: &Range<usize>) -> Option<&str> {
        let own = |entry: &&Entry| entry.at >= sentence.start && !generic(&entry.name);
        self.entries.iter().rev().find(own).map(|entry| entry.name.as_str())
    }

    /// The head noun of the whole that the sentence opens with.
    pub fn head(&self, scene: &Scene<'_>, sentence: &Range<usize>) -> Option<String> {
        let whole = self.entries.iter().find(|entry| entry.at >= sentence.start)?;
        let head = (whole.clause..whole.at).find(|&i| scene.arg(&scene.nodes[i], Class::Head) == Some(0))?;
        // "Chỉ số" alone says nothing: "Chỉ số sản xuất công nghiệp (IIP)".
        let nodes = &scene.nodes[head..whole.at];
        let bare = indicator::BARE.iter().any(|bare| scene.words(&nodes[0]).to_lowercase() == *bare);
        let more = nodes[1..].iter().take_while(|n| n.mask.has(Class::Content)).count();
        let words = scene.words_of(&nodes[..=if bare { more } else { 0 }]);
        whole.name.contains(words).then(|| words.to_owned())
    }

    /// Whether the words between the whole and a figure say that its parts are listed.
    pub fn lists_parts(&self, scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> bool {
        let Some(whole) = self.entries.iter().find(|entry| entry.at >= sentence.start) else { return false };
        scene
            .run_of(whole.at..at)
            .iter()
            .any(|n| scene.arg(n, Class::Connector) == Some(1) || scene.arg(n, Class::Predicate) == Some(5))
    }

    /// Whether a name has a head noun of its own, or is that of a whole: "khu vực dịch vụ".
    pub fn names_itself(&self, scene: &Scene<'_>, name: &str) -> bool {
        let mut folded = String::new();
        fold_into(name, &mut folded);
        self.names_itself_by_head(scene, name) || indicator::WHOLES.iter().any(|whole| folded.starts_with(whole))
    }

    /// Whether a name has a head noun of its own.
    pub fn names_itself_by_head(&self, scene: &Scene<'_>, name: &str) -> bool {
        let tokens = crate::token::tokenize(name, crate::text::Span::new(0, name.len()));
        let syllables = crate::lexicon::words().syllables.of(name, &tokens);
        let entry = scene.lexicon.entry(scene.lexicon.longest(&syllables).1);
        entry.arg(Class::Head) == Some(0)
    }
}

/// Whether at any word of a name a phrase of the lexicon opens that is such.
pub fn any_word(scene: &Scene<'_>, name: &str, is: impl Fn(&lexicon::Entry) -> bool) -> bool {
    let tokens = crate::token::tokenize(name, crate::text::Span::new(0, name.len()));
    let syllables = crate::lexicon::words().syllables.of(name, &tokens);
    (0..syllables.len()).any(|at| is(scene.lexicon.entry(scene.lexicon.longest(&syllables[at..]).1)))
}

/// Whether a name is nothing but the head of one: "số tiền", "năng suất bình quân".
pub fn generic(name: &str) -> bool {
    let mut folded = String::new();
    fold_into(name, &mut folded);
    indicator::GENERIC.contains(&folded.as_str())
}

/// A name with what it is of; words of the owner that it has already are not told twice.
pub fn with_owner(own: &str, owner: &str) -> String {
    let mut known = String::new();
    fold_into(own, &mut known);
    let known: Vec<&str> = known.split_whitespace().collect();
    let mut out = own.to_owned();
    let mut folded = String::new();
    fold_into(owner, &mut folded);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let pair = |i: usize| words.get(i..i + 2).is_some_and(|pair| known.windows(2).any(|two| two == pair));
    for (i, word) in owner.split_whitespace().enumerate() {
        // A syllable alone says nothing: "sản lượng" does not tell the second one of "thủy sản".
        let told = known.contains(&words[i]) && (pair(i) || i > 0 && pair(i - 1) || i == 0 || known.len() == 1);
        if !told {
            out.push(' ');
            out.push_str(word);
        }
    }
    out
}
