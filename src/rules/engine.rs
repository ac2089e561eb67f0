//! The engine: runs passes of rules over a sequence of nodes. Contains no word of any language.
//!
//! A rule is a name, a pattern and a production. A pattern is a run of tests on the classes of nodes; a node is a
//! token, a phrase of the lexicon, or a fact of an earlier pass, which stands in the place of all it covers. In a
//! pass the longest match at a place wins, the earlier rule among equals, and reading goes on behind it: this is the
//! only place where overlaps are settled. Patterns are of bounded length, so a pass is linear.

use std::ops::Range;

use super::value::Value;
use crate::lexicon::{Class, Entry, Lexicon, Mask, Syllable};
use crate::text::Span;
use crate::token::{Kind, Token};

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
        (self.any.0 == 0 || mask.meets(self.any)) && mask.0 & self.all.0 == self.all.0 && !mask.meets(self.none)
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
    const fn opens(&self) -> Mask {
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

/// The rules of a pass, with the classes that any match opens with: most nodes have none and are passed by.
pub struct Pass {
    rules: &'static [Rule],
    opens: Mask,
}

impl Pass {
    /// The pass of some rules.
    pub const fn of(rules: &'static [Rule]) -> Self {
        let mut opens = Mask::NONE;
        let mut at = 0;
        while at < rules.len() {
            opens = opens.with(rules[at].opens());
            at += 1;
        }
        Self { rules, opens }
    }

    /// Its rules, in order.
    pub const fn rules(&self) -> &'static [Rule] {
        self.rules
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
    length: usize,
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

/// A fact: a value, where it stands, the rule that made it and the facts it was made of.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What it says.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
    /// The name of its rule.
    pub rule: &'static str,
    /// The facts it was made of.
    pub parts: Vec<u32>,
}

/// A block of text under the rules: its tokens, the sequence of nodes as the last pass left it, all facts.
#[derive(Debug)]
pub struct Scene<'t> {
    /// The whole text.
    pub text: &'t str,
    /// The tokens of the block.
    pub tokens: Vec<Token>,
    /// The number of each token in the lexicon.
    pub syllables: Vec<Syllable>,
    /// The sequence.
    pub nodes: Vec<Node>,
    /// All facts, in the order they were made.
    pub facts: Vec<Fact>,
    /// The words that it is read with.
    pub lexicon: &'static Lexicon,
}

impl<'t> Scene<'t> {
    /// Where a node stands.
    pub fn span(&self, node: &Node) -> Span {
        self.tokens[node.first as usize].span.to(self.tokens[node.last as usize - 1].span)
    }

    /// The tokens of a node.
    pub fn tokens_of(&self, node: &Node) -> &[Token] {
        &self.tokens[node.first as usize..node.last as usize]
    }

    /// Where a run of nodes stands; it must not be empty.
    pub fn span_of(&self, nodes: &[Node]) -> Span {
        self.span(&nodes[0]).to(self.span(&nodes[nodes.len() - 1]))
    }

    /// The words of a node.
    pub fn words(&self, node: &Node) -> &'t str {
        self.span(node).of(self.text)
    }

    /// The words of a run of nodes; it must not be empty.
    pub fn words_of(&self, nodes: &[Node]) -> &'t str {
        self.span_of(nodes).of(self.text)
    }

    /// The nodes from one place up to another; none where the second stands before the first.
    pub fn run_of(&self, run: Range<usize>) -> &[Node] {
        self.nodes.get(run).unwrap_or_default()
    }

    /// The lexicon's entry of a node.
    pub fn entry(&self, node: &Node) -> &'static Entry {
        self.lexicon.entry(node.entry)
    }

    /// Which member of a class a node is.
    pub fn arg(&self, node: &Node, class: Class) -> Option<i32> {
        self.entry(node).arg(class)
    }

    /// The classes of the phrase that a node opens with: a fact hides the words in it.
    pub fn opening(&self, node: &Node) -> Mask {
        self.phrase(node.first as usize..node.last as usize).mask
    }

    /// The lexicon's entry of the longest phrase that some tokens open with.
    pub fn phrase(&self, tokens: Range<usize>) -> &'static Entry {
        self.lexicon.entry(self.lexicon.longest(&self.syllables[tokens]).1)
    }

    /// The value of a node that is a fact.
    pub fn value(&self, node: &Node) -> Option<Value> {
        self.facts.get(node.fact as usize).map(|fact| fact.value)
    }

    /// Runs one pass.
    pub fn run(&mut self, pass: &Pass) {
        if !self.nodes.iter().any(|node| node.mask.meets(pass.opens)) {
            return;
        }
        let nodes = std::mem::take(&mut self.nodes);
        let mut out = Vec::with_capacity(nodes.len());
        let mut at = 0;
        while at < nodes.len() {
            let opens = nodes[at].mask.meets(pass.opens);
            match opens.then(|| self.best(pass.rules, &nodes, at)).flatten() {
                Some((rule, value, length)) => {
                    out.push(self.add(rule, value, &nodes[at..at + length]));
                    at += length;
                }
                None => {
                    out.push(nodes[at]);
                    at += 1;
                }
            }
        }
        self.nodes = out;
    }

    /// What only spans time or names a group ("ba cấp", "5 năm") is a word among others, not a figure.
    pub fn set_weak_aside(&mut self) {
        for node in &mut self.nodes {
            let weak = self.facts.get(node.fact as usize).is_some_and(|fact| fact.value.is_weak());
            if weak && node.mask.has(Class::Quantity) {
                node.mask = Mask(node.mask.0 & !Mask::of(&[Class::Quantity]).0).with(Mask::of(&[Class::Content]));
            }
        }
    }

    fn best<'r>(&self, rules: &'r [Rule], nodes: &[Node], at: usize) -> Option<(&'r Rule, Value, usize)> {
        let mut best: Option<(&Rule, Value, usize)> = None;
        for rule in rules {
            let Some(found) = find(rule.pattern, nodes, at) else { continue };
            if best.is_some_and(|(_, _, length)| length >= found.length) {
                continue;
            }
            if let Some(value) = (rule.make)(self, &found) {
                best = Some((rule, value, found.length));
            }
        }
        best
    }

    fn add(&mut self, rule: &Rule, value: Value, taken: &[Node]) -> Node {
        let glued = Mask(taken[0].mask.0 & Mask::of(&[Class::Glued]).0);
        // A phrase is what its head is: the first word that is of the phrase's own class.
        let head = taken.iter().find(|n| n.entry != 0 && n.mask.meets(rule.class));
        let node = Node {
            mask: rule.class.with(glued).with(head.map_or(Mask::NONE, |n| n.mask)),
            first: taken[0].first,
            last: taken[taken.len() - 1].last,
            entry: head.map_or(0, |n| n.entry),
            fact: self.facts.len() as u32,
        };
        self.facts.push(Fact {
            value,
            span: self.span(&node),
            rule: rule.name,
            parts: taken.iter().map(|n| n.fact).filter(|&f| f != NO_FACT).collect(),
        });
        node
    }
}

/// Matches a pattern at a place: greedy, without going back.
fn find<'s>(pattern: &[Item], nodes: &'s [Node], start: usize) -> Option<Match<'s>> {
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

/// The nodes of some tokens before any rule: phrases of the lexicon, and single tokens.
pub fn nodes(
    text: &str,
    tokens: &[Token],
    syllables: &[Syllable],
    lexicon: &Lexicon,
    mark: fn(&str) -> Class,
) -> Vec<Node> {
    let mut nodes = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let (length, entry) = lexicon.longest(&syllables[at..]);
        let last = at + length.max(1);
        let mut mask = classes(text, &tokens[at..last], mark).with(lexicon.entry(entry).mask);
        if length > 1 && mask.has(Class::Digits) {
            // "4G" is one word.
            mask = Mask(mask.0 & !Mask::of(&[Class::Digits]).0).with(Mask::of(&[Class::Word]));
        }
        nodes.push(Node { mask, first: at as u32, last: last as u32, entry, fact: NO_FACT });
        at = last;
    }
    nodes
}

fn classes(text: &str, tokens: &[Token], mark: fn(&str) -> Class) -> Mask {
    let first = tokens[0];
    let words = first.span.of(text);
    let mut mask = match first.kind {
        Kind::Digits => Mask::of(&[Class::Digits]),
        Kind::Mark => Mask::of(&[mark(words)]),
        Kind::Word => {
            let mut mask = Mask::of(&[Class::Word]);
            if words.chars().next().is_some_and(char::is_uppercase) {
                mask = mask.with(Mask::of(&[Class::Capital]));
                if words.chars().nth(1).is_some() && !words.chars().any(char::is_lowercase) {
                    mask = mask.with(Mask::of(&[Class::AllCaps]));
                }
            }
            mask
        }
    };
    if !first.spaced {
        mask = mask.with(Mask::of(&[Class::Glued]));
    }
    mask
}
