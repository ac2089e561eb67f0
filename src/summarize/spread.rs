//! Changes told "lần lượt": which of the levels before each of them goes with.

use super::join::Draft;
use super::row::RESPECTIVELY;
use crate::lexicon::{Class, Mask};
use crate::rules::{ChangeValue, Scene};

/// "đạt 348,74 tỷ USD và 331,92 tỷ USD, tương ứng tăng 16% và 18,8%": each change goes with its own level, the first of
/// them with the first level that has none.
pub fn distributed(scene: &Scene<'_>, at: usize, drafts: &[Draft], value: ChangeValue) -> Option<usize> {
    const JOINT: Mask = Mask::of(&[Class::Conjunction, Class::Comma, Class::Respectively]);
    let nodes = &scene.nodes;
    value.size?;
    if let Some(level) = spread(scene, at, drafts) {
        return Some(level);
    }
    let cue = at > 0 && nodes[at - 1].mask.has(Class::Respectively) || scene.words(&nodes[at]).contains(RESPECTIVELY);
    let levels = drafts.iter().rev().take_while(|d| d.number.is_some()).count();
    let run = &drafts[drafts.len() - levels..];
    // The levels stand in a row, and the changes behind them in another.
    let mut from = run.len().checked_sub(1)?;
    while from > 0 && scene.run_of(run[from - 1].at + 1..run[from].at).iter().all(|n| n.mask.meets(JOINT)) {
        from -= 1;
    }
    let row = &run[from..];
    let close = scene
        .run_of(row.last()?.at + 1..at)
        .iter()
        .all(|n| n.mask.meets(JOINT) || n.mask.meets(Mask::of(&[Class::Quantity, Class::Change, Class::Comparison])));
    let open = row.iter().position(|d| d.change.is_none())?;
    let first = row.iter().all(|d| d.change.is_none());
    let told = row[..open].iter().all(|d| d.change.is_some_and(|(at, _)| at > row[row.len() - 1].at));
    (row.len() > 1 && close && (first && cue || !first && told)).then(|| drafts.len() - levels + from + open)
}

/// "thu nội địa 2.910 tỷ đồng, thu từ xuất khẩu 910 tỷ đồng, giảm lần lượt 17,3% và 9,8%": as many levels as there are
/// changes, each with a name of its own.
fn spread(scene: &Scene<'_>, at: usize, drafts: &[Draft]) -> Option<usize> {
    const JOINT: Mask = Mask::of(&[Class::Conjunction, Class::Comma]);
    const ROW: Mask = Mask::of(&[Class::Conjunction, Class::Comma, Class::Quantity]);
    const MOST: usize = 8;
    let nodes = &scene.nodes;
    let cued = |i: usize| nodes[i].mask.has(Class::Change) && scene.words(&nodes[i]).contains(RESPECTIVELY);
    let cue = if cued(at) {
        at
    } else {
        let before = (0..at).rev().take(MOST).find(|&i| !nodes[i].mask.meets(ROW))?;
        Some(before).filter(|&i| cued(i))?
    };
    let mut count = 1;
    let mut next = cue + 1;
    while count < MOST
        && scene.run_of(next..next + 2).first().is_some_and(|n| n.mask.meets(JOINT))
        && nodes.get(next + 1).is_some_and(|n| n.mask.has(Class::Quantity))
    {
        count += 1;
        next += 2;
    }
    let index =
        nodes[cue + 1..at.max(cue + 1)].iter().filter(|n| n.mask.has(Class::Quantity)).count() + usize::from(at > cue);
    let levels: Vec<usize> = (0..drafts.len()).filter(|&d| drafts[d].at < cue && drafts[d].number.is_some()).collect();
    let level = *levels.get((levels.len() + index).checked_sub(count)?)?;
    (count > 1 && drafts[level].change.is_none()).then_some(level)
}
