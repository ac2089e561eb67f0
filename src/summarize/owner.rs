//! Names that say too little, with what they are of: "năng suất bình quân" of the rice told before, "dịch vụ" of the
//! production value, "Doanh thu của lĩnh vực" of the one that the sentence before was about.

use std::ops::Range;

use super::figure::Figure;
use super::named::{Named, generic, with_owner};
use super::phrase::subject;
use crate::lexicon::{Class, indicator};
use crate::rules::Scene;
use crate::text::fold_into;

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
        let owner = named.owner(sentence).unwrap_or(before);
        return with_owner(&own, owner_in(owner).unwrap_or(owner));
    }
    // "giá trị sản xuất …, trong đó: công nghiệp 3.478 tỷ đồng; dịch vụ 2.632 tỷ đồng".
    let part = figure.noun.is_none() && named.lists_parts(scene, sentence, at) && !named.names_itself(scene, &own);
    match (named.head(scene, sentence), named.whole(sentence)) {
        (Some(head), _) if part => with_owner(&head, &own),
        (None, Some(whole)) if part && figure.share => with_owner(whole, &own),
        // "tiếp nhận 41.870 hồ sơ, giải quyết trước hạn 99,6%": what was done with how many of them.
        _ if figure.share && does(scene, sentence, at, &own) => with_owner(&own, before),
        _ => own,
    }
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
