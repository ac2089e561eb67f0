//! What a figure measures: the noun phrase before its predicate, or the counted noun with what describes it; and where
//! that alone says too little, with what it is of: "năng suất bình quân" of the rice told before, "dịch vụ" of the
//! production value. Settled reading 11 of the guide.

use std::ops::Range;

use super::named::{Named, generic, with_owner};
use super::phrase::{CIRCUMSTANCE, following, is_noun, opening, subject, words};
use crate::lexicon::{Class, Mask, change, indicator};
use crate::rules::{ChangeValue, Scene, UnitKind, Value};
use crate::text::{Span, fold_into};

/// The most words of a subject that is told with what stands behind its predicate.
const MOST_OF_OWNER: usize = 8;
const PREDICATE: Mask = Mask::of(&[Class::Predicate, Class::Same, Class::Change, Class::RankCue]);

/// The indicator of the figure at `at`, in the words of the text; `named` knows those before it.
pub fn find(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    let name = measured(scene, sentence, clause, at, named)?;
    // "chiếm 1,35% tổng dư nợ": a share with its whole.
    let share = matches!(scene.value(&scene.nodes[at]), Some(Value::Quantity(q)) if q.unit.is_some_and(|u| u.kind == UnitKind::Percent));
    let of = (share && at + 1 < sentence.end && whole(scene, at + 1)).then(|| following(scene, at, sentence.end)).flatten();
    Some(match of.filter(|of| !indicator::POPULATION.contains(&of.to_lowercase().as_str())) {
        Some(of) if !name.contains(&of) => format!("{name} {WITHIN} {of}"),
        _ => name,
    })
}

fn measured(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    let nodes = &scene.nodes;
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
        return Some(item);
    }
    // Words between a colon and the figure are the clause; without any, the clause stands before the colon.
    let colon = (clause.start..at).rev().find(|&i| nodes[i].mask.has(Class::Colon));
    let lead = colon.filter(|&c| !nodes[c + 1..at].iter().any(is_noun) && !tells(scene, clause.start..c));
    let mut left = match colon {
        Some(c) if lead.is_none() => c + 1..at,
        _ => clause.start..at,
    };
    let predicate = predicate(scene, &left, at, figure.noun);
    let has = predicate.is_some_and(|i| match scene.arg(&nodes[i], Class::Predicate) {
        Some(2 | 7) => true,
        Some(6) => figure.noun.is_some(),
        _ => false,
    });
    if figure.of_plan {
        let subject = predicate.map(|p| left.start..p).and_then(|run| subject(scene, run));
        let subject = subject.or_else(|| before.is_none().then(|| subject_of_sentence(scene, sentence, at))?);
        let base = subject.or_else(|| before.map(str::to_owned))?;
        let against = compared_with(scene, at, sentence.end);
        return Some(format!("{base} {against}").trim_end().to_owned());
    }
    if let Some(told) = planned(scene, sentence, &left, at, named) {
        return Some(told);
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
            Some(noun) => !told && shares_head(scene, left.start..colon, noun),
            None => !figure.describes || nodes[left.start..colon].iter().any(|n| n.mask.has(Class::Head)),
        };
        if same {
            return Some(subject);
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
    if steps && only_place(scene, left.clone()) && let Some(before) = before {
        return Some(before.to_owned());
    }
    let own = match predicate {
        Some(p) if !has && !(figure.noun.is_some() && only_place(scene, left.start..p)) => {
            subject(scene, left.start..p)
        }
        None if figure.noun.is_none() || figure.estimated => subject(scene, left.clone()),
        _ => None,
    };
    // "tỷ lệ bao phủ 88,7% dân số": a share that has its name before it.
    let named_before = predicate.is_none() && has_head(scene, left.clone());
    if let Some(own) = own.filter(|_| !figure.describes || predicate.is_some() || named_before) {
        return Some(completed(scene, sentence, at, own, &figure, named));
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

/// Whether a run before a colon tells something, so that it names no indicator: "Nông nghiệp vẫn là trụ đỡ: …",
/// "Thiếu tướng Trần Quang Ngoạn chỉ đạo: …".
fn tells(scene: &Scene<'_>, run: Range<usize>) -> bool {
    const TELLS: Mask = Mask::of(&[Class::Speech, Class::TaskCue, Class::Target, Class::PersonName]);
    scene.nodes[run].iter().any(|n| n.mask.meets(TELLS) || scene.arg(n, Class::Predicate) == Some(1))
}

/// Whether a run names nothing but a place or who reports: "Toàn tỉnh duy trì 1.115 câu lạc bộ".
fn only_place(scene: &Scene<'_>, run: Range<usize>) -> bool {
    const PLACE: Mask = Mask::of(&[Class::AreaWord, Class::Country, Class::Province, Class::Pronoun, Class::Scope]);
    let nouns: Vec<_> = scene.nodes[run].iter().filter(|n| is_noun(n)).collect();
    nouns.iter().all(|n| n.mask.meets(PLACE))
}

/// What a plan asks for: "chưa đạt chỉ tiêu 90%", "(kế hoạch: 10 - 12%)", "KH 30,5m2".
fn planned(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    left: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    let nodes = &scene.nodes;
    let plan = left.clone().rev().find(|&i| !nodes[i].mask.meets(Mask::of(&[Class::Colon, Class::Auxiliary])))?;
    if !nodes[plan].mask.has(Class::Plan) || plan + 3 < at {
        return None;
    }
    let base = named.in_sentence(sentence)?;
    // What is compared with a plan is told before: "so với kế hoạch".
    let base = base.split(change::AGAINST).next().unwrap_or(base).trim_end();
    Some(with_owner(base, scene.words(&nodes[plan])))
}

/// Whether a change opens its clause, so that what it is of stands behind it: "kéo giảm ít nhất 5% tai nạn giao thông".
fn opens_change(scene: &Scene<'_>, left: &Range<usize>, at: usize) -> bool {
    const EDGE: Mask =
        Mask::of(&[Class::Comma, Class::Semicolon, Class::Colon, Class::Dot, Class::Target, Class::TaskCue, Class::OtherMark]);
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

/// What a rank is of: "nhóm 50 quốc gia dẫn đầu về công nghệ thông tin", "Tỷ lệ sử dụng IPv6 xếp hạng thứ 9", and where
/// only the country stands before it, what the circumstances name: "Trong Báo cáo chỉ số …, Việt Nam xếp thứ 25".
fn ranked(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    const PLACE: Mask = Mask::of(&[Class::Province, Class::Country, Class::AreaWord, Class::Pronoun]);
    const CUE: Mask = Mask::of(&[
        Class::RankCue,
        Class::Predicate,
        Class::Verb,
        Class::To,
        Class::Frame,
        Class::Preposition,
        Class::Auxiliary,
    ]);
    let nodes = &scene.nodes;
    let about = nodes.get(at + 1).is_some_and(|n| scene.arg(n, Class::Preposition) == Some(6));
    if about && let Some(topic) = following(scene, at + 1, sentence.end) {
        return Some(topic);
    }
    let mut end = at;
    while end > clause.start && nodes[end - 1].mask.meets(CUE) && !is_noun(&nodes[end - 1]) {
        end -= 1;
    }
    // "xếp 7/11 huyện", "và đứng thứ 23": the rank of what was told before.
    const JOINT: Mask = Mask::of(&[Class::Comma, Class::Conjunction, Class::Connector, Class::Semicolon]);
    if end > sentence.start && (end == clause.start || nodes[end - 1].mask.meets(JOINT))
        && let Some(before) = named.in_sentence(sentence)
    {
        return Some(before.to_owned());
    }
    let start = opening(scene, clause.start..end);
    let names = (start..end).any(|i| is_noun(&nodes[i]) && !nodes[i].mask.meets(PLACE));
    let subject = subject(scene, clause.start..end);
    if names {
        return subject;
    }
    let comma = (sentence.start..start).rev().find(|&i| nodes[i].mask.has(Class::Comma))?;
    let mut from = sentence.start;
    while from < comma && nodes[from].mask.meets(CIRCUMSTANCE) && !is_noun(&nodes[from]) {
        from += 1;
    }
    words(scene, from..comma).or(subject)
}

/// What of a figure decides how its indicator is told.
struct Figure {
    noun: Option<Span>,
    /// "98,3% hồ sơ", "5.218 ha lúa": a share or a measure of what stands behind it.
    describes: bool,
    of_plan: bool,
    estimated: bool,
    share: bool,
}

impl Figure {
    fn of(scene: &Scene<'_>, at: usize) -> Self {
        let (unit, estimated) = match scene.value(&scene.nodes[at]) {
            Some(Value::Quantity(q)) => (q.unit, q.estimate || q.expected),
            Some(Value::Ratio(_, _, unit)) => (unit, false),
            _ => (None, false),
        };
        let noun = match unit.map(|u| u.kind) {
            Some(UnitKind::Noun(span)) => Some(span),
            _ => None,
        };
        let share = unit.is_some_and(|u| u.kind == UnitKind::Percent);
        let next = scene.nodes.get(at + 1).map_or(Mask::NONE, |n| n.mask);
        // "bằng 103% kế hoạch", "bằng 118% năm 2021".
        let equals = at.checked_sub(1).is_some_and(|i| scene.nodes[i].mask.has(Class::Same));
        let of_plan =
            share && (next.has(Class::Plan) || equals && next.meets(Mask::of(&[Class::Period, Class::Comparison])));
        let measure = matches!(unit.map(|u| u.kind), Some(UnitKind::Listed(row)) if row >= 5);
        let describes = (share || measure) && next.has(Class::Content) && !of_plan && !whole(scene, at + 1);
        // "ước khoảng 1.767.766 lao động": the qualifier is the predicate.
        Self { noun: noun.filter(|_| !estimated), describes, of_plan, estimated, share }
    }
}

/// Whether the words from a node on name a whole that shares are of: "dân số", "tổng dư nợ", "GRDP".
fn whole(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words(&scene.nodes[at]).to_lowercase();
    indicator::SHARED.iter().any(|shared| {
        words.strip_prefix(shared).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// "so với kế hoạch", from the words behind a share of a plan.
fn compared_with(scene: &Scene<'_>, at: usize, end: usize) -> String {
    let next = &scene.nodes[at + 1];
    match scene.value(next) {
        Some(Value::Comparison(_)) => scene.words(next).to_owned(),
        Some(Value::Time(_)) => format!("{} {}", change::AGAINST, scene.words(next)),
        _ => format!("{} {}", change::AGAINST, following(scene, at, end).unwrap_or_default()),
    }
}

/// The bracket that a figure stands in.
pub fn bracket(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<usize> {
    const BRACKETS: Mask = Mask::of(&[Class::Open, Class::Close]);
    const LONGEST: usize = 40;
    let last = (sentence.start..at).rev().take(LONGEST).find(|&i| scene.nodes[i].mask.meets(BRACKETS));
    last.filter(|&i| scene.nodes[i].mask.has(Class::Open))
}

/// What a bracket is behind: the figure before it, or a noun phrase that stands between.
fn before_bracket(scene: &Scene<'_>, sentence: &Range<usize>, open: usize, named: &Named) -> Option<String> {
    const PARTS: Mask = Mask::of(&[Class::Comma, Class::Semicolon, Class::Connector]);
    let nodes = &scene.nodes;
    let told = named.at_before(open).filter(|&at| at >= sentence.start);
    let from = told.map_or(sentence.start, |at| at + 1);
    // "đạt 95% kế hoạch vốn được giao (khoảng 57.000 tỷ đồng)".
    if told.is_some() && nodes[from].mask.has(Class::Plan) {
        let plan = words(scene, from..open)?;
        return Some(named.before(open).map_or(plan.clone(), |base| with_owner(&plan, base)));
    }
    let part = nodes[from..open].iter().rposition(|n| n.mask.meets(PARTS)).map(|i| from + i + 1);
    let fresh = part.or(told.is_none().then_some(from)).filter(|&p| nodes[p..open].iter().any(is_noun));
    match fresh {
        Some(from) => subject(scene, from..open),
        None => named.before(open).map(str::to_owned),
    }
}

/// A figure in brackets behind another: an earlier or planned value of the same thing, "(năm 2022: 02 vụ)", or a part of
/// it, "(4 giải Nhất, 28 giải Nhì)", "(quốc tế 32,6 triệu; nội địa 41,4 triệu)".
fn in_brackets(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    open: usize,
    at: usize,
    figure: &Figure,
    base: &str,
) -> String {
    const MARK: Mask = Mask::of(&[Class::Comma, Class::Semicolon, Class::Open, Class::Quantity, Class::Change]);
    const ASIDE: Mask = Mask::of(&[Class::Plan, Class::Country, Class::Target]);
    let nodes = &scene.nodes;
    let from = (open..at).rev().find(|&i| nodes[i].mask.meets(MARK)).map_or(open + 1, |i| i + 1);
    let of_plan = figure.of_plan.then(|| format!("{base} {}", compared_with(scene, at, sentence.end)));
    if let Some(told) = of_plan {
        return told.trim_end().to_owned();
    }
    // "63.118 ha (20,7% diện tích canh tác)": a share of what stands behind it.
    let bare = !nodes[from..at].iter().any(is_noun);
    if figure.describes && bare {
        let of = following(scene, at, sentence.end).map_or_else(String::new, |of| format!(" {WITHIN} {of}"));
        return format!("{base}{of}");
    }
    let whole = nodes[from..at].iter().any(|n| n.mask.has(Class::Country));
    let own = nodes[from..at].iter().any(|n| is_noun(n) && !n.mask.meets(ASIDE));
    let own = own.then(|| subject(scene, from..at)).flatten();
    let noun = figure.noun.map(|span| span.of(scene.text).to_owned());
    match (noun, own) {
        (Some(noun), own) => {
            let own = own.map_or(noun.clone(), |own| format!("{noun} {own}"));
            let own = following(scene, at, sentence.end).map_or(own.clone(), |rest| format!("{own} {rest}"));
            with_owner(&own, base)
        }
        (None, Some(own)) if has_head(scene, from..at) => own,
        (None, Some(own)) => with_owner(&own, base),
        (None, None) if whole => words(scene, from..at).map_or(base.to_owned(), |own| with_owner(base, &own)),
        (None, None) => base.to_owned(),
    }
}

/// Between a part and its whole.
const WITHIN: &str = "trong";

/// "Tỷ lệ … ở ba cấp mầm non, tiểu học, THCS lần lượt là 91,2%, 86,7% và 93,5%": each figure has its own item.
fn respectively(scene: &Scene<'_>, sentence: &Range<usize>, at: usize, named: &Named) -> Option<String> {
    const ROW: Mask =
        Mask::of(&[Class::Quantity, Class::Comma, Class::Conjunction, Class::Predicate, Class::Auxiliary, Class::Ratio]);
    let nodes = &scene.nodes;
    let cue = (0..at).rev().take(24).take_while(|&i| nodes[i].mask.meets(ROW) || nodes[i].mask.has(Class::Respectively));
    let cue = cue.filter(|&i| nodes[i].mask.has(Class::Respectively)).last()?;
    let figures = |run: Range<usize>| nodes[run].iter().filter(|n| n.mask.has(Class::Quantity)).count();
    let index = figures(cue..at);
    let end = (at..nodes.len()).find(|&i| !nodes[i].mask.meets(ROW)).unwrap_or(nodes.len());
    let count = index + figures(at..end);
    let start = opening_of_list(scene, sentence.start..cue);
    let items = items(scene, start..cue);
    if items.len() != count {
        let whole = || subject(scene, items.first()?.start..cue);
        return if index > 0 { named.last().map(str::to_owned) } else { whole() }.filter(|_| count > 1);
    }
    let first = items.first()?.clone();
    let item = items.get(index)?.clone();
    if index == 0 {
        return subject(scene, first);
    }
    let own = subject(scene, item)?;
    // The words of the first item in whose place the others stand are its last ones.
    let whole = subject(scene, first)?;
    let length = own.split_whitespace().count();
    let shared: Vec<&str> = whole.split_whitespace().collect();
    let shared = shared[..shared.len().saturating_sub(length)].join(" ");
    if shared.is_empty() || !has_head(scene, start..cue) { Some(own) } else { Some(format!("{shared} {own}")) }
}

/// Where a list of items opens: behind the last semicolon or figure.
fn opening_of_list(scene: &Scene<'_>, run: Range<usize>) -> usize {
    const HARD: Mask = Mask::of(&[Class::Semicolon, Class::Colon, Class::Quantity, Class::Change, Class::Dot]);
    // "ở ba cấp mầm non, tiểu học, THCS" only says how many items there are.
    let names_items = |i: usize| {
        matches!(scene.value(&scene.nodes[i]), Some(Value::Quantity(q)) if q.spelled && q.low.small(9).is_some())
    };
    run.clone().rev().find(|&i| scene.nodes[i].mask.meets(HARD) && !names_items(i)).map_or(run.start, |i| i + 1)
}

/// The parts of a list between commas and conjunctions, those without a noun left out.
fn items(scene: &Scene<'_>, run: Range<usize>) -> Vec<Range<usize>> {
    const JOINT: Mask = Mask::of(&[Class::Comma, Class::Conjunction]);
    let nodes = &scene.nodes;
    let mut items = Vec::new();
    let mut from = run.start;
    for i in run.clone() {
        if nodes[i].mask.meets(JOINT) {
            items.push(from..i);
            from = i + 1;
        }
    }
    items.push(from..run.end);
    items.retain(|item| nodes[item.clone()].iter().any(is_noun));
    items
}

/// Whether a run names a statistical indicator by its head noun.
fn has_head(scene: &Scene<'_>, run: Range<usize>) -> bool {
    scene.nodes[run].iter().any(|n| scene.arg(n, Class::Head) == Some(0))
}

/// A name that says too little with what it is of.
fn completed(
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
    if indicator::OWNED.contains(&folded.as_str())
        && let Some(owner) = named.last().and_then(owner_in)
    {
        return format!("{own} {owner}");
    }
    let Some(before) = named.in_sentence(sentence) else { return own };
    if indicator::VALUES.contains(&own.to_lowercase().as_str()) {
        return before.to_owned();
    }
    if generic(&own) {
        return with_owner(&own, named.owner(sentence).unwrap_or(before));
    }
    // "giá trị sản xuất …, trong đó: công nghiệp 3.478 tỷ đồng; dịch vụ 2.632 tỷ đồng".
    let part = figure.noun.is_none() && named.lists_parts(scene, sentence, at) && !named.names_itself(scene, &own);
    match (named.head(scene, sentence), named.whole(sentence)) {
        (Some(head), _) if part => with_owner(&head, &own),
        (None, Some(whole)) if part && figure.share => with_owner(&own, whole),
        // "tiếp nhận 41.870 hồ sơ, giải quyết trước hạn 99,6%": what was done with how many of them.
        _ if figure.share && does(scene, sentence, at, &own) => with_owner(&own, before),
        _ => own,
    }
}

/// The part of a name that tells whose it is: "của dịch vụ bưu chính", "toàn ngành Thông tin và Truyền thông".
fn owner_in(name: &str) -> Option<&str> {
    let mut folded = String::new();
    let starts = name.char_indices().filter(|&(i, c)| i == 0 || c == ' ').map(|(i, c)| if c == ' ' { i + 1 } else { i });
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

/// Whether a figure counts a noun.
fn counts(scene: &Scene<'_>, at: usize) -> bool {
    let unit = match scene.value(&scene.nodes[at]) {
        Some(Value::Quantity(q)) => q.unit,
        _ => None,
    };
    unit.is_some_and(|unit| matches!(unit.kind, UnitKind::Noun(_)))
}

/// A counted noun with what describes it; where nothing does, with the verb before it, or with what it is of.
fn object(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    left: &Range<usize>,
    at: usize,
    predicate: Option<usize>,
    named: &Named,
) -> String {
    let noun = match scene.value(&scene.nodes[at]) {
        Some(Value::Quantity(q)) => q.unit,
        Some(Value::Ratio(_, _, unit)) => unit,
        _ => None,
    };
    let phrase = match noun.map(|u| u.kind) {
        Some(UnitKind::Noun(span)) => span.to(scene.span(&scene.nodes[at])).of(scene.text).to_owned(),
        _ => String::new(),
    };
    // "12 bộ, ngành và 49 tỉnh, thành phố triển khai …": what is told of the second is told of the first.
    let shared = (at + 2 < sentence.end
        && scene.nodes[at + 1].mask.meets(Mask::of(&[Class::Conjunction, Class::Comma]))
        && scene.nodes[at + 2].mask.has(Class::Quantity)
        && counts(scene, at + 2))
    .then(|| following(scene, at + 2, sentence.end))
    .flatten();
    if let Some(rest) = following(scene, at, sentence.end).or(shared) {
        return format!("{phrase} {rest}").trim().to_owned();
    }
    // "12 khu điều trị với 6.850 giường", "173 sản phẩm của 94 chủ thể".
    const OF: Mask = Mask::of(&[Class::Preposition, Class::Bound]);
    let of = !left.is_empty() && scene.nodes[left.clone()].iter().all(|n| n.mask.meets(OF));
    if let (true, Some(owner)) = (of, named.in_sentence(sentence)) {
        return with_owner(&phrase, owner);
    }
    let from = predicate.map_or(left.start, |p| p + 1);
    let before = subject(scene, from..at).or_else(|| predicate.and_then(|p| subject(scene, left.start..p)));
    before.map_or(phrase.clone(), |before| format!("{phrase} {before}")).trim().to_owned()
}
