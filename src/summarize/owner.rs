//! Names that say too little, with what they are of: "năng suất bình quân" of the rice told before, "dịch vụ" of the
//! production value, "Doanh thu của lĩnh vực" of the one that the sentence before was about.

use std::ops::Range;

use super::counted::{BY, INCIDENTS};
use super::figure::Figure;
use super::following::following;
use super::named::{Named, any_word, generic, with_owner};
use super::phrase::{acts, subject};
use crate::lexicon::{Class, Mask, indicator, unit};
use crate::rules::{Scene, UnitKind, Value};
use crate::text::fold_into;

/// How far back or on a sentence is looked through, in nodes.
const FAR: usize = 80;

/// A name that says too little with what it is of.
pub fn completed(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    at: usize,
    own: String,
    figure: &Figure,
    named: &Named,
) -> String {
    let mut folded = String::new();
    fold_into(&own, &mut folded);
    if indicator::NAMELESS.iter().any(|end| folded.ends_with(end))
        && let Some(topic) = named.topic().and_then(|run| subject(scene, run))
    {
        return with_owner(&own, &topic);
    }
    // "PAR INDEX của 17 bộ đạt 85,19%; của các tỉnh đạt 83,72%": the same of another.
    if folded.starts_with(OF_OTHERS)
        && let Some(base) = named.last().and_then(|base| base.split(&format!(" {OF} ")).next())
    {
        return format!("{base} {own}");
    }
    if indicator::OWNED.contains(&folded.as_str())
        && let Some(owner) = named.last().and_then(owner_in)
    {
        return format!("{own} {owner}");
    }
    // "tiếp nhận 326 hồ sơ, bình quân mỗi ngày 2": of the same, over another time.
    if over_time(&folded)
        && let Some(before) = named.last()
    {
        return format!("{before} {own}");
    }
    // "số người bị thương giảm 214 người": in the incidents that the block tells of.
    if opens_with(&own, indicator::TOLL)
        && own.split_whitespace().count() <= MOST_OF_TOLL
        && let Some(incidents) = named.such(|name| name.starts_with(INCIDENTS) && name.split_whitespace().count() > 1)
    {
        let cause = &incidents[INCIDENTS.len()..];
        return if folded.ends_with(INCIDENTS.trim_end()) {
            format!("{own} {cause}")
        } else {
            format!("{own} {BY} {cause}")
        };
    }
    // "Cà phê: diện tích 17.924 ha, …; năng suất 26 tạ/ha": of what the lead names, unless its own part names another.
    let part = (sentence.start..at)
        .rev()
        .take(FAR)
        .find(|&i| scene.nodes[i].mask.has(Class::Semicolon))
        .unwrap_or(sentence.start);
    if (generic(&own) || indicator::LABELLED.contains(&folded.as_str()))
        && named.owner(&(part..at)).is_none()
        && let Some(label) = named.label()
    {
        return with_owner(&own, label);
    }
    // "Trong cơ cấu kinh tế, công nghiệp 29,6%, dịch vụ 46,3%": shares of a whole.
    if figure.share
        && figure.noun.is_none()
        && !named.names_itself_by_head(scene, &own)
        && in_structure(scene, sentence, at)
    {
        return with_owner(indicator::PROPORTION, &own);
    }
    // "Sản lượng: lúa 45.000 tấn, ngô 12.000 tấn": the lead tells what of each is measured.
    if figure.noun.is_none()
        && !figure.share
        && !named.names_itself_by_head(scene, &own)
        && let Some(label) = named.label().filter(|label| generic(label) && !folded.starts_with(&label.to_lowercase()))
    {
        return format!("{label} {own}");
    }
    // "Với tàu Đà Lạt - Trại Mát, doanh thu quý IV gấp đôi": what the sentence opens with is what it is of.
    if generic(&own)
        && let Some(topic) = fronted(scene, sentence, at)
    {
        return with_owner(&own, &topic);
    }
    if indicator::OUTLAYS.contains(&folded.as_str())
        && let Some(built) = built_before(scene, sentence, at)
    {
        return with_owner(&own, &built);
    }
    // "… đạt kim ngạch xuất khẩu trên 1 tỷ USD. Cụ thể: gạo 5,8 tỷ USD": goods, told by what was sold of them.
    if let Some(head) = trade_of(scene, at, &own, figure, named) {
        return format!("{head} {own}");
    }
    let Some(before) = named.in_sentence(sentence) else { return own };
    if let Some(head) = trade_head(&folded, named) {
        return format!("{head} {own}");
    }
    // "tỷ suất tử vong trẻ em dưới 5 tuổi là 18,2‰, dưới 1 tuổi là 11,6‰": the same rate of another part.
    let short = own.split_whitespace().count() <= MOST_OF_PART;
    if figure.share
        && figure.noun.is_none()
        && short
        && of_same_list(scene, at, &own, named)
        && !named.names_itself(scene, &own)
        && let Some(whole) = named.first_such(sentence, |name| rate(name) || acts_on_such(scene, sentence, name, &own))
    {
        return of_part(whole, &own);
    }
    if indicator::VALUES.contains(&own.to_lowercase().as_str()) {
        return before.to_owned();
    }
    // "khu vực nông nghiệp tăng 3,7%; dịch vụ tăng 8,6%": the parts of an economy are told alike.
    if indicator::PARTS_OF_ECONOMY.contains(&folded.as_str())
        && named.first_such(sentence, |name| opens_with(name, &[indicator::PART])).is_some()
    {
        return format!("{} {own}", indicator::PART);
    }
    if indicator::CONTRIBUTION == folded
        && let Some(to) = contributed_to(scene, sentence)
    {
        let owner = named.owner(sentence).unwrap_or(before);
        return format!("{own} {OF} {owner} {to}");
    }
    if generic(&own) {
        let owner = named.owner(sentence).unwrap_or(before);
        // "12 doanh nghiệp đạt doanh thu trên 1 tỷ đồng": the owner tells it already.
        if owner.to_lowercase().contains(&format!(" {}", own.to_lowercase())) {
            return own;
        }
        // "sản lượng 12.000 tấn; diện tích 300 ha": neither tells what it is of.
        if generic(owner) {
            return own;
        }
        return with_owner(&own, owner_in(owner).unwrap_or_else(|| without_head(owner)));
    }
    // "giá trị sản xuất …, trong đó: công nghiệp 3.478 tỷ đồng; dịch vụ 2.632 tỷ đồng".
    let counted = || [unit::PEOPLE, unit::THINGS, unit::COUNTED].iter().any(|list| opens_with(&own, list));
    let part = figure.noun.is_none()
        && named.lists_parts(scene, sentence, at)
        && !named.names_itself(scene, &own)
        && (!figure.bare || !counted());
    // "Tốc độ tăng GRDP 6,7%, trong đó: dịch vụ tăng 7,2%": the change says itself that it is one.
    let moves = scene.nodes[at].mask.has(Class::Change);
    let head = named.head(scene, sentence).filter(|head| !(moves && opens_with(head, indicator::GROWTHS)));
    match (head, named.whole(sentence)) {
        (Some(head), _) if part => with_owner(&head, &own),
        (None, Some(whole)) if part && figure.share => with_owner(whole, &own),
        // "tiếp nhận 41.870 hồ sơ, giải quyết trước hạn 99,6%": what was done with how many of them.
        _ if figure.share && does(scene, sentence, at, &own) => with_owner(&own, before),
        _ => own,
    }
}

/// What a sentence opens with behind "với", "đối với", "về", if no figure stands before a node.
fn fronted(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<String> {
    const FIGURE: Mask = Mask::of(&[Class::Quantity, Class::Change, Class::Ratio, Class::Rank, Class::Semicolon]);
    const LONGEST: usize = 8;
    let nodes = &scene.nodes;
    let first = (sentence.start..at)
        .take(3)
        .find(|&i| !nodes[i].mask.has(Class::OtherMark) && !nodes[i].mask.has(Class::Dash))?;
    let led = nodes[first].mask.has(Class::Preposition) && scene.arg(&nodes[first], Class::Preposition) != Some(7);
    let comma = (first..at).find(|&i| nodes[i].mask.has(Class::Comma))?;
    if !led || nodes[sentence.start..at].iter().any(|n| n.mask.meets(FIGURE)) {
        return None;
    }
    subject(scene, first + 1..comma).filter(|topic| topic.split_whitespace().count() <= LONGEST)
}

/// What the clause before says something was done with: "Trụ sở mới của xã được khánh thành, tổng mức đầu tư 8 tỷ đồng".
fn built_before(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<String> {
    const FIGURE: Mask = Mask::of(&[Class::Quantity, Class::Change]);
    let nodes = &scene.nodes;
    let comma = (sentence.start..at).rev().take(FAR).find(|&i| nodes[i].mask.has(Class::Comma))?;
    let done = (sentence.start..comma).find(|&i| nodes[i].mask.has(Class::Auxiliary) && acts(scene, i + 1))?;
    let counted = nodes[sentence.start..comma].iter().any(|n| n.mask.meets(FIGURE));
    if counted { None } else { subject(scene, sentence.start..done) }
}

/// Whether a name tells nothing but a span of time: "bình quân mỗi ngày", "một tháng".
fn over_time(folded: &str) -> bool {
    let rest = indicator::MEANS.iter().find_map(|mean| folded.strip_prefix(mean)).unwrap_or(folded).trim_start();
    indicator::EACH.contains(&rest)
}

/// Whether a sentence tells of the structure of a whole before a node.
fn in_structure(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let mut folded = String::new();
    scene.nodes[sentence.start..at].iter().rev().take(FAR).any(|n| {
        folded.clear();
        fold_into(scene.words(n), &mut folded);
        indicator::STRUCTURE.iter().any(|word| folded.starts_with(word))
    })
}

/// The most words of a name that counts incidents, or the people in them, and tells nothing else.
const MOST_OF_TOLL: usize = 5;

/// What stands before an owner.
const OF: &str = "của";
const OF_OTHERS: &str = "của ";

/// What a contribution is to, told once in the sentence: "vào mức tăng chung".
fn contributed_to(scene: &Scene<'_>, sentence: &Range<usize>) -> Option<String> {
    const FIGURE: Mask = Mask::of(&[Class::Quantity, Class::Change]);
    let nodes = &scene.nodes;
    let into = |i: usize| nodes[i].mask.has(Class::Preposition) && nodes[i - 1].mask.meets(FIGURE);
    if let Some(at) = (sentence.start + 1..sentence.end).take(FAR).find(|&i| into(i) && scene.words(&nodes[i]) == INTO)
    {
        return following(scene, at - 1, sentence.end);
    }
    // "Trong mức tăng chung, khu vực dịch vụ đóng góp …".
    let comma = sentence.clone().find(|&i| nodes[i].mask.meets(FIGURE.with(Mask::of(&[Class::Comma]))))?;
    let led = nodes[sentence.start].mask.has(Class::Frame) && nodes[comma].mask.has(Class::Comma);
    let whole = led.then(|| subject(scene, sentence.start + 1..comma)).flatten()?;
    Some(format!("{INTO} {whole}"))
}

/// What stands before what a contribution is to.
const INTO: &str = "vào";

/// The most words of a part that takes the rate told before.
const MOST_OF_PART: usize = 5;

/// What a measured name is of: "lúa nước" of "năng suất bình quân lúa nước". A name that is all head stays.
fn without_head(name: &str) -> &str {
    let mut folded = String::new();
    let ends = name.char_indices().filter(|&(_, c)| c == ' ').map(|(i, _)| i).collect::<Vec<_>>();
    let head = ends.iter().rev().find(|&&end| {
        folded.clear();
        fold_into(&name[..end], &mut folded);
        indicator::MEASURES.contains(&folded.as_str())
    });
    head.map_or(name, |&end| name[end..].trim_start())
}

/// The part of a name that tells whose it is: "của dịch vụ bưu chính", "toàn ngành Thông tin và Truyền thông".
fn owner_in(name: &str) -> Option<&str> {
    let mut folded = String::new();
    let starts =
        name.char_indices().filter(|&(i, c)| i == 0 || c == ' ').map(|(i, c)| if c == ' ' { i + 1 } else { i });
    starts.skip(1).map(|i| &name[i..]).find(|rest| {
        folded.clear();
        fold_into(rest, &mut folded);
        indicator::OWNERS.iter().any(|lead| folded.starts_with(lead))
    })
}

/// Whether the name of a share is a deed: its first word is a verb.
fn does(scene: &Scene<'_>, sentence: &Range<usize>, at: usize, own: &str) -> bool {
    let nodes = &scene.nodes;
    let first = (sentence.start..at).rev().take(12).find(|&i| own.starts_with(scene.words(&nodes[i])));
    first.is_some_and(|i| nodes[i].mask.has(Class::Verb))
}

/// The head for the goods of a list that are told in dollars alone, where the block names the trade before.
fn trade_of(scene: &Scene<'_>, at: usize, own: &str, figure: &Figure, named: &Named) -> Option<&'static str> {
    const TRADES: [(&str, &str); 2] = [("xuất khẩu", "kim ngạch xuất khẩu"), ("nhập khẩu", "kim ngạch nhập khẩu")];
    let dollars = matches!(scene.value(&scene.nodes[at]), Some(Value::Quantity(q))
        if q.unit.is_some_and(|u| matches!(u.kind, UnitKind::Listed(row) if unit::UNITS[row as usize].0 == DOLLARS)));
    let bare = figure.noun.is_none()
        && own.split_whitespace().count() <= MOST_OF_GOODS
        && !own.to_lowercase().contains(TRADES[0].0)
        && !own.to_lowercase().contains(TRADES[1].0)
        && !any_word(scene, own, |entry| entry.arg(Class::Head) == Some(0));
    let before =
        (dollars && bare).then(|| named.latest(|name| TRADES.iter().any(|(trade, _)| name.contains(trade))))??;
    TRADES.iter().find(|(trade, _)| before.contains(trade)).map(|&(_, head)| head)
}

/// The code of the dollar, and the most words of a name of goods.
const DOLLARS: &str = "USD";
const MOST_OF_GOODS: usize = 8;

/// "nhập khẩu 326 tỷ USD" behind "kim ngạch xuất khẩu": a turnover too.
fn trade_head(folded: &str, named: &Named) -> Option<&'static str> {
    const TRADE: [&str; 4] = ["xuất khẩu", "nhập khẩu", "xuất nhập khẩu", "xuất siêu"];
    let bare = TRADE[..3].iter().any(|trade| folded.starts_with(trade));
    (bare && named.any(|name| name.to_lowercase().contains("kim ngạch"))).then_some("kim ngạch")
}

/// Whether a name goes on in the list of the figure before: no semicolon between, and no head of its own in it.
fn of_same_list(scene: &Scene<'_>, at: usize, own: &str, named: &Named) -> bool {
    let from = named.at_before(at).map_or(at, |before| before + 1);
    let between = scene.run_of(from..at);
    let headed = |n: &crate::rules::Node| scene.arg(n, Class::Head) == Some(0) && own.contains(scene.words(n));
    !between.iter().any(|n| n.mask.has(Class::Semicolon) || headed(n))
}

/// A rate of another part: from the word on that both parts open with, the part takes the place of the first one.
fn of_part(whole: &str, own: &str) -> String {
    let first = own.split(' ').next().unwrap_or_default().to_lowercase();
    let mut at = 0;
    for word in whole.split(' ') {
        if at > 0 && word.to_lowercase() == first {
            return format!("{}{own}", &whole[..at]);
        }
        at += word.len() + 1;
    }
    with_owner(whole, own)
}

/// Whether a name is a deed on what another name is a kind of: "Giải quyết án hình sự" on "án dân sự".
fn acts_on_such(scene: &Scene<'_>, sentence: &Range<usize>, name: &str, own: &str) -> bool {
    let first = own.split(' ').next().unwrap_or_default().to_lowercase();
    let deed = sentence.clone().find(|&i| name.starts_with(scene.words(&scene.nodes[i])));
    own.contains(' ')
        && deed.is_some_and(|i| acts(scene, i))
        && name.split(' ').skip(1).any(|word| word.to_lowercase() == first)
}

/// Whether a name opens with the head of a rate.
fn rate(name: &str) -> bool {
    opens_with(name, indicator::RATES)
}

fn opens_with(name: &str, heads: &[&str]) -> bool {
    let mut folded = String::new();
    fold_into(name, &mut folded);
    heads.iter().any(|head| folded.starts_with(head))
}
