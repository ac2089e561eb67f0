//! What a figure measures: the noun phrase before its predicate, or the counted noun with what describes it; and where
//! that alone says too little, with what it is of: "năng suất bình quân" of the rice told before, "dịch vụ" of the
//! production value. Settled reading 11 of the guide.

use std::ops::Range;

use super::against::{against_a_plan, fraction_of, planned};
use super::clause::{behind_base, behind_tail, tail_only};
use super::counted::{count_of, object};
use super::figure::{Figure, WITHIN, compared_with, whole};
use super::following::following;
use super::listed::{before_bracket, bracket, in_brackets, respectively};
use super::named::{Named, generic, with_owner};
use super::owner::completed;
use super::part::{assumed, behind_measure, fronted_mean, gathered, names_place, of_place, off_others};
use super::phrase::{acts, has_head, is_noun, subject};
use super::ranked::ranked;
use crate::lexicon::{Class, Mask, indicator};
use crate::rules::{ChangeValue, Scene, UnitKind, Value};
use crate::text::Span;

/// The most words of a subject that is told with what stands behind its predicate.
const MOST_OF_OWNER: usize = 8;
/// What opens the words that describe a counted noun: "27.330 nhà bị ảnh hưởng".
const DESCRIBES: Mask = Mask::of(&[Class::Auxiliary, Class::Verb, Class::Predicate]);
const PREDICATE: Mask = Mask::of(&[Class::Predicate, Class::Same, Class::Change, Class::RankCue]);

/// The indicator of the figure at `at`, in the words of the text; `named` knows those before it.
pub fn find(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    let name = plain(measured(scene, sentence, clause, at, named)?);
    if let Some(told) = against_a_plan(scene, at, sentence.end, &name) {
        return Some(told);
    }
    // "Bình quân 9 tháng, CPI tăng 3,2%": a mean at the front is of all that its sentence tells.
    if let Some(mean) = fronted_mean(scene, sentence).filter(|mean| !name.contains(mean)) {
        return Some(format!("{name} {mean}"));
    }
    // "chiếm 1,35% tổng dư nợ": a share with its whole.
    let share = matches!(scene.value(&scene.nodes[at]), Some(Value::Quantity(q)) if q.unit.is_some_and(|u| u.kind == UnitKind::Percent));
    let of =
        (share && at + 1 < sentence.end && whole(scene, at + 1)).then(|| following(scene, at, sentence.end)).flatten();
    Some(match of.filter(|of| !indicator::POPULATION.contains(&of.to_lowercase().as_str())) {
        Some(of) if !name.contains(&of) => format!("{name} {WITHIN} {of}"),
        _ => name,
    })
}

/// A name without the stars that emphasize a part of it: "54 **người** chết".
fn plain(name: String) -> String {
    if name.contains('*') { name.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ") } else { name }
}

fn measured(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    let nodes = &scene.nodes;
    let clause = &(behind_base(scene, sentence, clause.start)..clause.end);
    let before = named.last();
    let first = named.in_sentence(sentence).is_none();
    if let Some(Value::Change(ChangeValue { object: Some(object), .. })) = scene.value(&nodes[at]) {
        return Some(object.of(scene.text).to_owned());
    }
    if nodes[at].mask.has(Class::Rank) {
        return ranked(scene, sentence, clause, at, named).or_else(|| before.map(str::to_owned));
    }
    let figure = Figure::of(scene, at);
    if let Some(open) = bracket(scene, sentence, at)
        && let Some(base) = before_bracket(scene, sentence, open, named)
    {
        return Some(in_brackets(scene, sentence, open, at, &figure, &base));
    }
    if let Some(item) = respectively(scene, sentence, at, named) {
        let base = named.without_place(scene).filter(|_| names_place(scene, &item));
        return Some(base.map_or(item.clone(), |base| with_owner(base, &item)));
    }
    if let Some(told) = gathered(scene, sentence, at, &figure) {
        return Some(told);
    }
    if let Some(told) = count_of(scene, sentence, at) {
        return Some(told);
    }
    // Words between a colon and the figure are the clause; without any, the clause stands before the colon.
    let colon = (clause.start..at).rev().find(|&i| nodes[i].mask.has(Class::Colon));
    let speaks =
        |c: usize| tells(scene, clause.start..c) || figure.noun.is_some_and(|n| undergoes(scene, clause.start..c, n));
    let lead = colon.filter(|&c| !nodes[c + 1..at].iter().any(is_noun) && !speaks(c));
    let mut left = match colon {
        Some(c) if lead.is_none() => c + 1..at,
        // "45,6 m3 gỗ các loại, thu nộp ngân sách 1,2 tỷ đồng": what is told of the measure before belongs to that.
        _ if figure.noun.is_some() || figure.describes || behind_measure(scene, clause.start) => {
            behind_tail(scene, clause.start, at)..at
        }
        _ => clause.start..at,
    };
    let predicate = predicate(scene, &left, at, figure.noun);
    let has = predicate.is_some_and(|i| match scene.arg(&nodes[i], Class::Predicate) {
        Some(2 | 7) => true,
        Some(6) => figure.noun.is_some(),
        _ => false,
    });
    let goes_on = tail_only(scene, clause.start, predicate.unwrap_or(at));
    if figure.of_plan {
        // "Giải ngân vốn đầu tư công mới được 71,5% kế hoạch": no predicate, but a name.
        let end = predicate.or_else(|| has_head(scene, left.clone()).then_some(at));
        let subject =
            end.filter(|_| !goes_on).map(|p| left.start..p).filter(|run| nodes[run.clone()].iter().any(is_noun));
        let subject = subject.and_then(|run| self::subject(scene, run));
        let subject = subject.or_else(|| before.is_none().then(|| subject_of_sentence(scene, sentence, at))?);
        let base = subject.or_else(|| before.map(str::to_owned))?;
        let against = compared_with(scene, at, sentence.end);
        return Some(format!("{base} {against}").trim_end().to_owned());
    }
    if let Some(told) = off_others(scene, &left, at, named.in_sentence(sentence)) {
        return Some(told);
    }
    if let Some(told) = planned(scene, sentence, &left, at, named) {
        return Some(told);
    }
    // "tỉnh giảm 9 phòng thuộc sở", "hợp nhất 2 ban, giảm 14 đầu mối": of what there are more or less.
    if let Some(noun) = moved_noun(scene, at)
        && (goes_on || only_place(scene, left.clone()))
        && named.in_sentence(sentence).is_none_or(|before| !before.contains(noun))
    {
        let rest = following(scene, at, sentence.end).map(|rest| format!("{noun} {rest}"));
        return Some(rest.unwrap_or_else(|| noun.to_owned()));
    }
    if let Some(of) = fraction_of(scene, at, sentence.end) {
        let base = predicate.filter(|_| !goes_on).and_then(|p| subject(scene, left.start..p));
        let base = base.or_else(|| named.in_sentence(sentence).map(str::to_owned))?;
        return Some(format!("{base} {of}"));
    }
    if goes_on
        && (figure.portion || nodes[at].mask.has(Class::Change))
        && let Some(before) = named.in_sentence(sentence)
    {
        // "24.380 hội viên, trên 85% có việc làm": a part of them, which the words behind it tell.
        const SAYS: Mask = Mask::of(&[Class::Predicate, Class::Auxiliary, Class::RankCue]);
        let next = at + 1 < sentence.end && (nodes[at + 1].mask.meets(SAYS) || acts(scene, at + 1));
        let told = (predicate.is_none() && next).then(|| following(scene, at, sentence.end)).flatten();
        if let Some(told) = told {
            return Some(with_owner(before, &told));
        }
        let of_before = !figure.fraction || nodes[at].mask.has(Class::Change);
        if of_before && !(figure.describes && predicate.is_none()) {
            return Some(before.to_owned());
        }
    }
    if opens_change(scene, &left, at)
        && let Some(object) = following(scene, at, sentence.end)
    {
        return Some(object);
    }
    if let Some(colon) = lead
        && let Some(subject) = subject(scene, left.start..colon)
    {
        let told = predicate.is_some_and(|p| p > colon) && figure.noun.is_some();
        let same = match figure.noun {
            Some(noun) => {
                let described = nodes.get(at + 1).is_some_and(|n| n.mask.meets(DESCRIBES));
                !told && !described && shares_head(scene, left.start..colon, noun)
            }
            None => !figure.describes || nodes[left.start..colon].iter().any(|n| n.mask.has(Class::Head)),
        };
        if same {
            let assumed = (!has_head(scene, left.start..colon)).then(|| assumed(scene, at)).flatten();
            return Some(assumed.map_or(subject.clone(), |head| with_owner(head, &subject)));
        }
        if told {
            left = colon + 1..at;
            let own = object(scene, sentence, &left, at, predicate.filter(|&p| p > colon), named);
            let bare = own.split_whitespace().count() <= 3;
            return Some(if bare { with_owner(&own, &subject) } else { own });
        }
    }
    // "duy trì tốc độ tăng trưởng cao 35%": what is measured stands behind the predicate, whose it is before it.
    if figure.noun.is_none()
        && let Some(p) = predicate.filter(|&p| has_head(scene, p + 1..at))
        && let Some(own) = subject(scene, p + 1..at)
    {
        let whose = subject(scene, left.start..p).filter(|whose| whose.split_whitespace().count() <= MOST_OF_OWNER);
        return Some(match whose {
            Some(whose) => with_owner(&own, &whose),
            None => completed(scene, sentence, at, own, &figure, named),
        });
    }
    // "Việt Nam đã tăng 25 bậc": of the ranking told before.
    let steps = matches!(scene.value(&nodes[at]), Some(Value::Change(ChangeValue { size: Some(size), .. }))
        if size.unit.is_some_and(|unit| unit.kind == UnitKind::Steps));
    if steps
        && only_place(scene, left.clone())
        && let Some(before) = before
    {
        return Some(before.to_owned());
    }
    // "thu hút 450 triệu USD vốn nước ngoài và 2.500 tỷ đồng vốn trong nước": money that says itself what it is.
    let told = named.at_before(at).filter(|&told| told >= sentence.start && told < at);
    if told.is_some_and(|told| money_of(scene, &(told..told), told, at).is_some())
        && nodes[at - 1].mask.meets(Mask::of(&[Class::Conjunction, Class::Comma]))
        && let Some(of) = money_of(scene, &(at..at), at, sentence.end)
    {
        return Some(of);
    }
    // "hộ gia đình có cáp quang 82,4%": what they have belongs to the name.
    let with_noun = |p: usize| figure.noun.is_none() && !figure.describes && nodes[p + 1..at].iter().any(is_noun);
    let own = match predicate {
        Some(p) if has && with_noun(p) && nodes[left.start..p].iter().any(is_noun) => subject(scene, left.clone()),
        // "tỷ lệ báo cáo đạt loại tốt không dưới 75%": what is reached belongs to the name of a share.
        Some(p)
            if figure.share
                && scene.arg(&nodes[p], Class::Predicate) == Some(0)
                && with_noun(p)
                && has_head(scene, left.start..p) =>
        {
            subject(scene, left.clone())
        }
        Some(p) if !(has || figure.noun.is_some() && only_place(scene, left.start..p)) => subject(scene, left.start..p),
        None if figure.noun.is_none() || figure.estimated => subject(scene, left.clone()),
        _ => None,
    };
    // "Tỷ lệ … cả nước 43,2%, …; Đà Nẵng 71%": the same share of another place.
    if figure.share
        && let Some(place) = of_place(scene, left.start..predicate.unwrap_or(at))
        && let Some(base) = named.first_such(sentence, |name| named.names_itself_by_head(scene, name))
    {
        let base = indicator::EVERYWHERE.iter().find_map(|all| base.strip_suffix(all)).unwrap_or(base).trim_end();
        return Some(with_owner(base, &place));
    }
    // "Xét theo địa bàn, Gia Lai 418 tỷ đồng, Đắk Lắk 402 tỷ đồng": the same of another place.
    if figure.noun.is_none()
        && !figure.share
        && matches!(scene.value(&nodes[at]), Some(Value::Quantity(_)))
        && let Some(place) = of_place(scene, left.start..predicate.unwrap_or(at))
        && let Some(base) = named.without_place(scene)
    {
        return Some(with_owner(base, &place));
    }
    // "tỷ lệ bao phủ 88,7% dân số": a share that has its name before it.
    let named_before = predicate.is_none() && has_head(scene, left.clone());
    // "gói tín dụng 120.000 tỷ đồng cho nhà ở xã hội": what it is for stands behind.
    let purpose = (predicate.is_none() && figure.noun.is_none() && is_purpose(scene, at + 1, sentence.end))
        .then(|| following(scene, at, sentence.end))
        .flatten();
    let own = own.map(|own| match money_of(scene, &left, at, sentence.end) {
        // "đã chi 46,8 tỷ đồng chăm lo đời sống": what for; "nhận thêm 150 tỷ đồng vốn ủy thác": what it is.
        Some(of) if acts(scene, at + 1) => with_owner(&own, &of),
        Some(of) => with_owner(&of, &own),
        None => own,
    });
    let own = own.map(|own| match &purpose {
        Some(purpose) if own.split_whitespace().count() <= SHORT_NAME => format!("{own} {purpose}"),
        _ => own,
    });
    // "giải ngân 95% vốn đầu tư công": a bare head is of what stands behind its share.
    if figure.describes
        && predicate.is_none()
        && let Some(head) = own.as_ref().filter(|own| generic(own))
        && let Some(of) = following(scene, at, sentence.end)
    {
        return Some(with_owner(head, &of));
    }
    if let Some(own) = own.filter(|_| !figure.describes || predicate.is_some() || named_before) {
        let own = completed(scene, sentence, at, own, &figure, named);
        // "bơ: 865 ha": what it is measured in says what of it is measured.
        let assumed = (!has_head(scene, left.clone()) && !figure.describes).then(|| assumed(scene, at)).flatten();
        return Some(assumed.map_or(own.clone(), |head| with_owner(head, &own)));
    }
    let takes = predicate.is_some_and(|i| scene.arg(&nodes[i], Class::Predicate) == Some(4));
    if figure.describes && predicate.is_none() {
        // "triển khai cáp quang tới 100% thôn, bản": of what stands behind, by what stands before.
        let of = following(scene, at, sentence.end).unwrap_or_default();
        let by = subject(scene, left.clone()).filter(|by| by.split_whitespace().count() <= 8);
        return Some(by.map_or(of.clone(), |by| with_owner(&of, &by)));
    }
    if figure.noun.is_some() || figure.describes && !takes {
        return Some(object(scene, sentence, &left, at, predicate, named));
    }
    // The first figure of a sentence has its subject there; the others go on with what the one before measures.
    let own = || subject_of_sentence(scene, sentence, at);
    if first { own().or_else(|| before.map(str::to_owned)) } else { before.map(str::to_owned).or_else(own) }
}

/// What stands behind an amount of money and tells what it is or what it is for, where a deed leads to it.
fn money_of(scene: &Scene<'_>, left: &Range<usize>, at: usize, end: usize) -> Option<String> {
    const LONGEST: usize = 8;
    let money = match scene.value(&scene.nodes[at])? {
        Value::Quantity(q) => {
            q.unit.is_some_and(|unit| matches!(unit.kind, UnitKind::Listed(0..5)) && unit.per.is_none())
        }
        _ => false,
    };
    if !money || at + 1 >= end || !is_noun(&scene.nodes[at + 1]) || has_head(scene, left.clone()) {
        return None;
    }
    // "12,4 triệu đồng một tháng": over what time it is, not what.
    let each = |of: &String| indicator::EACH.contains(&of.to_lowercase().as_str());
    following(scene, at, end).filter(|of| of.split_whitespace().count() <= LONGEST && !each(of))
}

/// The most words of a name that what it is for is told with.
const SHORT_NAME: usize = 4;

/// Whether a node is "cho" with a noun behind it.
fn is_purpose(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    at + 1 < end && scene.words(&scene.nodes[at]) == "cho" && is_noun(&scene.nodes[at + 1])
}

/// Whether a run before a colon tells something, so that it names no indicator: "Nông nghiệp vẫn là trụ đỡ: …",
/// "Thiếu tướng Trần Quang Ngoạn chỉ đạo: …".
fn tells(scene: &Scene<'_>, run: Range<usize>) -> bool {
    const TELLS: Mask = Mask::of(&[Class::Speech, Class::TaskCue, Class::Target, Class::PersonName]);
    scene.nodes[run].iter().any(|n| n.mask.meets(TELLS) || scene.arg(n, Class::Predicate) == Some(1))
}

/// Whether a run before a colon tells what was done with something that is not what is counted behind it: "Chất lượng
/// nước được giám sát chặt chẽ: trong 1.236 mẫu …".
fn undergoes(scene: &Scene<'_>, run: Range<usize>, noun: Span) -> bool {
    let passive = |i: usize| scene.nodes[i].mask.has(Class::Auxiliary) && acts(scene, i + 1);
    (run.start + 1..run.end.saturating_sub(1)).any(passive) && !shares_head(scene, run, noun)
}

/// The noun that a change counts.
fn moved_noun<'t>(scene: &Scene<'t>, at: usize) -> Option<&'t str> {
    let Some(Value::Change(ChangeValue { size: Some(size), .. })) = scene.value(&scene.nodes[at]) else { return None };
    match size.unit?.kind {
        UnitKind::Noun(noun) => Some(noun.of(scene.text)),
        _ => None,
    }
}

/// Whether a run names nothing but a place or who reports: "Toàn tỉnh duy trì 1.115 câu lạc bộ".
pub fn only_place(scene: &Scene<'_>, run: Range<usize>) -> bool {
    const PLACE: Mask = Mask::of(&[Class::AreaWord, Class::Country, Class::Province, Class::Pronoun, Class::Scope]);
    let nouns: Vec<_> = scene.nodes[run].iter().filter(|n| is_noun(n)).collect();
    nouns.iter().all(|n| n.mask.meets(PLACE))
}

/// Whether a change opens its clause, so that what it is of stands behind it: "kéo giảm ít nhất 5% tai nạn giao thông".
fn opens_change(scene: &Scene<'_>, left: &Range<usize>, at: usize) -> bool {
    const EDGE: Mask = Mask::of(&[
        Class::Comma,
        Class::Semicolon,
        Class::Colon,
        Class::Dot,
        Class::Target,
        Class::TaskCue,
        Class::OtherMark,
    ]);
    let nodes = &scene.nodes;
    let edge = left.clone().rev().find(|&i| nodes[i].mask.meets(EDGE));
    let from = edge.map_or(left.start, |i| i + 1);
    let sized = matches!(scene.value(&nodes[at]), Some(Value::Change(change)) if change.size.is_some());
    let next = nodes.get(at + 1).is_some_and(is_noun);
    let opens = edge.is_some() || left.start == 0 || nodes[left.start - 1].mask.meets(EDGE);
    sized && next && opens && !nodes[from..at].iter().any(is_noun)
}

/// What leads to a figure: the last predicate before it; "còn", "lên" and their like only right before it.
fn predicate(scene: &Scene<'_>, left: &Range<usize>, at: usize, noun: Option<Span>) -> Option<usize> {
    const TOUCHES: Mask = Mask::of(&[Class::To, Class::Bound, Class::Auxiliary, Class::Adverb]);
    let nodes = &scene.nodes;
    // A change is its own predicate: "Số xã đạt chuẩn tăng từ 55 xã lên 77 xã".
    let moves = nodes[at].mask.has(Class::Change);
    let near = left.clone().rev().find(|&i| !nodes[i].mask.meets(TOUCHES));
    let told = left.clone().rev().find(|&i| nodes[i].mask.meets(PREDICATE));
    let told = told.filter(|&i| !moves || near == Some(i));
    let reaches = left.clone().rev().take(3).take_while(|&i| nodes[i].mask.meets(TOUCHES) && i < at);
    let reaches = reaches.filter(|&i| nodes[i].mask.has(Class::To) && !is_noun(&nodes[i])).last();
    // "hộ cận nghèo còn 61 hộ", but "còn 173 nhà văn hóa": then it only leads to what is counted.
    let reaching = |i: usize| noun.is_none_or(|noun| shares_head(scene, left.start..i, noun));
    reaches.filter(|&i| told.is_none_or(|p| p < i) && reaching(i)).or(told)
}

/// Whether a lead before a colon names what is counted: "Số lượng hộ nông dân lên sàn: 7.987 hộ".
fn shares_head(scene: &Scene<'_>, run: Range<usize>, noun: Span) -> bool {
    let nodes = &scene.nodes[run];
    let head = noun.of(scene.text).split_whitespace().next().unwrap_or_default().to_lowercase();
    nodes.iter().any(|n| n.mask.has(Class::Head) || scene.words(n).to_lowercase().split_whitespace().any(|w| w == head))
}

fn subject_of_sentence(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<String> {
    let end = (sentence.start..at).find(|&i| scene.nodes[i].mask.meets(PREDICATE)).unwrap_or(at);
    subject(scene, sentence.start..end)
}
