//! The engine: runs passes of rules over a sequence of nodes. Contains no word of any language.
//!
//! A rule is a name, a pattern and a production. A pattern is a run of tests on the classes of nodes; a node is a
//! token, a phrase of the lexicon, or a fact of an earlier pass, which stands in the place of all it covers. In a
//! pass the longest match at a place wins, the earlier rule among equals, and reading goes on behind it: this is the
//! only place where overlaps are settled. Patterns are of bounded length, so a pass is linear; a rule that asks for what
//! the block has nowhere is passed by.

use std::sync::OnceLock;

use super::scene::Scene;
use super::value::Value;
use crate::lexicon::{Class, Mask};

/// "No fact".
pub const NO_FACT: u32 = u32::MAX;

/// A place in the sequence: a token, a phrase or a fact.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// All its classes.
    pub mask: Mask,
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    /// Entry of the lexicon, 0 for none.
    pub entry: u32,
    /// The fact that it is, or [`NO_FACT`].
    pub fact: u32,
}

/// A test of one node: some class of `any` (if there are any), all of `all`, none of `none`.
#[derive(Debug, Clone, Copy)]
pub struct Test {
    any: Mask,
    all: Mask,
    none: Mask,
}

impl Test {
    /// Passes what has one of the classes.
    pub const fn any(classes: &[Class]) -> Self {
        Self { any: Mask::of(classes), all: Mask::NONE, none: Mask::NONE }
    }

    /// And has all of these.
    pub const fn and(self, classes: &[Class]) -> Self {
        Self { all: self.all.with(Mask::of(classes)), ..self }
    }

    /// And has none of these.
    pub const fn but(self, classes: &[Class]) -> Self {
        Self { none: self.none.with(Mask::of(classes)), ..self }
    }

    /// Whether a node passes.
    pub const fn passes(self, mask: Mask) -> bool {
        self.may_pass(mask) && !mask.meets(self.none)
    }

    /// Whether one of some nodes may pass, by all their classes together.
    const fn may_pass(self, present: Mask) -> bool {
        (self.any.0 == 0 || present.meets(self.any)) && present.0 & self.all.0 == self.all.0
    }
}

/// A part of a pattern.
#[derive(Debug, Clone, Copy)]
pub enum Item {
    /// One node.
    One(Test),
    /// One node, or none.
    Opt(Test),
    /// From the first to the second number of nodes, as many as there are.
    Many(Test, u8, u8),
    /// The next node passes, and is not taken.
    Ahead(Test),
    /// The next node, if there is one, does not pass.
    NotAhead(Test),
    /// No node stands before, or one that passes. Only at the start.
    Opens(Test),
    /// The node before passes. Only at the start.
    Behind(Test),
    /// The node before, if there is one, does not pass. Only at the start.
    NotBehind(Test),
}

/// A rule.
pub struct Rule {
    /// Its pattern with slots, for people: `<number> <multiplier>`.
    pub name: &'static str,
    /// What it matches.
    pub pattern: &'static [Item],
    /// Classes of the node that stands for the fact.
    pub class: Mask,
    /// The value, or `None` where the match means nothing.
    pub make: fn(&Scene<'_>, &Match<'_>) -> Option<Value>,
}

impl Rule {
    /// What some node at the start of a match has a class of.
    fn opens(&self) -> Mask {
        let mut opens = Mask::NONE;
        let mut at = 0;
        while at < self.pattern.len() {
            let (test, certain) = match self.pattern[at] {
                Item::One(test) => (test, true),
                Item::Opt(test) => (test, false),
                Item::Many(test, least, _) => (test, least > 0),
                _ => {
                    at += 1;
                    continue;
                }
            };
            let needed = if test.any.0 != 0 { test.any } else { test.all };
            opens = opens.with(if needed.0 != 0 { needed } else { Mask::ALL });
            if certain {
                return opens;
            }
            at += 1;
        }
        opens
    }
}

/// The rules of a pass.
pub struct Pass {
    lists: &'static [&'static [Rule]],
    ready: OnceLock<Vec<Ready>>,
}

impl Pass {
    /// The pass of some lists of rules.
    pub const fn of(lists: &'static [&'static [Rule]]) -> Self {
        Self { lists, ready: OnceLock::new() }
    }

    /// Its rules in order.
    pub fn rules(&self) -> &[Ready] {
        self.ready.get_or_init(|| self.lists.iter().copied().flatten().map(Ready::new).collect())
    }
}

/// A rule with what tells at a glance that it cannot match: most rules find no word of theirs in a block, and most nodes
/// of a block open nothing.
pub struct Ready {
    /// The rule.
    pub rule: &'static Rule,
    /// What the first node of a match has a class of.
    pub opens: Mask,
    /// What its first nodes pass, as far as the pattern says it of each of them.
    leads: Vec<Test>,
    /// What some node of the block must pass, each of them.
    needs: Vec<Test>,
}

impl Ready {
    fn new(rule: &'static Rule) -> Self {
        let need = |item: &Item| match *item {
            Item::One(test) | Item::Ahead(test) | Item::Behind(test) => Some(test),
            Item::Many(test, least, _) => Some(test).filter(|_| least > 0),
            _ => None,
        };
        let sides = |item: &&Item| matches!(item, Item::Opens(_) | Item::Behind(_) | Item::NotBehind(_));
        let lead = |item: &Item| match *item {
            Item::One(test) => Some(test),
            _ => None,
        };
        Self {
            rule,
            opens: rule.opens(),
            leads: rule.pattern.iter().skip_while(sides).map_while(lead).collect(),
            needs: rule.pattern.iter().filter_map(need).collect(),
        }
    }

    /// Whether it may match here.
    pub fn may_open(&self, nodes: &[Node]) -> bool {
        nodes[0].mask.meets(self.opens)
            && nodes.len() >= self.leads.len()
            && self.leads.iter().zip(nodes).all(|(test, node)| test.passes(node.mask))
    }

    /// Whether it may match in a block whose nodes have these classes together.
    pub fn may_match(&self, present: Mask) -> bool {
        self.needs.iter().all(|need| need.may_pass(present))
    }
}

/// The most items in a pattern.
pub const MAX_ITEMS: usize = 14;

/// What a rule matched.
pub struct Match<'s> {
    nodes: &'s [Node],
    start: usize,
    ends: [(u16, u16); MAX_ITEMS],
    items: usize,
    /// How many nodes it took.
    pub length: usize,
}

impl<'s> Match<'s> {
    /// The nodes that item `at` took.
    pub fn all(&self, at: usize) -> &'s [Node] {
        let (from, to) = self.ends[at];
        &self.nodes[self.start + from as usize..self.start + to as usize]
    }

    /// The first node that item `at` took.
    pub fn get(&self, at: usize) -> Option<&'s Node> {
        self.all(at).first()
    }

    /// The first node that item `at` took; `None` where the pattern has no such item.
    pub fn get_from(&self, at: usize) -> Option<&'s Node> {
        if at < self.items { self.get(at) } else { None }
    }

    /// How many items the pattern has.
    pub fn pattern_len(&self) -> usize {
        self.items
    }

    /// Whether the block starts here.
    pub fn starts(&self) -> bool {
        self.start == 0
    }

    /// Whether only one node of the block stands before: its first word has a capital whatever it is.
    pub fn second(&self) -> bool {
        self.start == 1
    }

    /// Whether the node before is of a class.
    pub fn after(&self, class: Class) -> bool {
        self.start.checked_sub(1).is_some_and(|before| self.nodes[before].mask.has(class))
    }

    /// The nodes behind the match.
    pub fn behind(&self) -> &'s [Node] {
        &self.nodes[self.start + self.length..]
    }

    /// All nodes taken.
    pub fn taken(&self) -> &'s [Node] {
        &self.nodes[self.start..self.start + self.length]
    }
}

/// Matches a pattern at a place: greedy, without going back.
pub fn find<'s>(pattern: &[Item], nodes: &'s [Node], start: usize) -> Option<Match<'s>> {
    let mut found = Match { nodes, start, ends: [(0, 0); MAX_ITEMS], items: pattern.len(), length: 0 };
    let mut at = start;
    for (item, slot) in pattern.iter().zip(&mut found.ends) {
        let from = at;
        let next = nodes.get(at).map(|node| node.mask);
        match *item {
            Item::One(test) => {
                if !next.is_some_and(|mask| test.passes(mask)) {
                    return None;
                }
                at += 1;
            }
            Item::Opt(test) => at += usize::from(next.is_some_and(|mask| test.passes(mask))),
            Item::Many(test, least, most) => {
                let run = nodes[at..].iter().take(most as usize).take_while(|node| test.passes(node.mask)).count();
                if run < least as usize {
                    return None;
                }
                at += run;
            }
            Item::Ahead(test) => {
                if !next.is_some_and(|mask| test.passes(mask)) {
                    return None;
                }
            }
            Item::NotAhead(test) => {
                if next.is_some_and(|mask| test.passes(mask)) {
                    return None;
                }
            }
            Item::Opens(test) => {
                if at.checked_sub(1).is_some_and(|before| !test.passes(nodes[before].mask)) {
                    return None;
                }
            }
            Item::Behind(test) => {
                if !at.checked_sub(1).is_some_and(|before| test.passes(nodes[before].mask)) {
                    return None;
                }
            }
            Item::NotBehind(test) => {
                if at.checked_sub(1).is_some_and(|before| test.passes(nodes[before].mask)) {
                    return None;
                }
            }
        }
        *slot = ((from - start) as u16, (at - start) as u16);
    }
    found.length = at - start;
    (found.length > 0).then_some(found)
}
