//! A block of text under the rules: its tokens, the sequence of nodes as the last pass left it, and all facts.

use std::ops::Range;

use super::engine::{NO_FACT, Node, Pass, Ready, Rule, find};
use super::value::Value;
use crate::lexicon::{Class, Entry, Lexicon, Mask, Syllable};
use crate::text::Span;
use crate::token::{Case, Kind, Token};

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

    /// The words of a run of nodes; none of an empty one.
    pub fn words_of(&self, nodes: &[Node]) -> &'t str {
        if nodes.is_empty() { "" } else { self.span_of(nodes).of(self.text) }
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
        // A node has all classes of its entry, so most questions end without a look into the lexicon.
        if node.mask.has(class) { self.entry(node).arg(class) } else { None }
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

    /// Runs some passes, in order.
    pub fn run(&mut self, passes: &[Pass]) {
        // All classes that some node has or had: a rule that asks for another one waits for a later pass.
        let mut present = self.nodes.iter().fold(Mask::NONE, |all, node| all.with(node.mask));
        let mut rules = Vec::new();
        let mut out = Vec::new();
        for pass in passes {
            rules.clear();
            rules.extend(pass.rules().iter().filter(|ready| ready.may_match(present)));
            if rules.is_empty() {
                continue;
            }
            let opens = rules.iter().fold(Mask::NONE, |all, ready: &&Ready| all.with(ready.opens));
            // While a pass runs, `nodes` is what it reads. What it makes goes to `out`, in whose place the two are
            // swapped at its end; a pass that makes nothing copies nothing.
            let nodes = std::mem::take(&mut self.nodes);
            let (mut at, mut copied) = (0, 0);
            while let Some(next) = nodes[at..].iter().position(|node| node.mask.meets(opens)) {
                at += next;
                let Some((rule, value, length)) = self.best(&rules, &nodes, at) else {
                    at += 1;
                    continue;
                };
                let fact = self.add(rule, value, &nodes[at..at + length]);
                present = present.with(fact.mask);
                out.extend_from_slice(&nodes[copied..at]);
                out.push(fact);
                at += length;
                copied = at;
            }
            self.nodes = nodes;
            if copied > 0 {
                out.extend_from_slice(&self.nodes[copied..]);
                std::mem::swap(&mut self.nodes, &mut out);
                out.clear();
            }
        }
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

    fn best(&self, rules: &[&Ready], nodes: &[Node], at: usize) -> Option<(&'static Rule, Value, usize)> {
        let mut best: Option<(&'static Rule, Value, usize)> = None;
        for ready in rules.iter().filter(|ready| ready.may_open(&nodes[at..])) {
            let Some(found) = find(ready.rule.pattern, nodes, at) else { continue };
            if best.is_some_and(|(_, _, length)| length >= found.length) {
                continue;
            }
            if let Some(value) = (ready.rule.make)(self, &found) {
                best = Some((ready.rule, value, found.length));
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

/// The nodes of some tokens before any rule: phrases of the lexicon, and single tokens.
pub fn nodes(
    text: &str,
    tokens: &[Token],
    syllables: &[Syllable],
    lexicon: &Lexicon,
    mark: fn(char) -> Class,
) -> Vec<Node> {
    let mut nodes = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let (length, entry) = lexicon.longest(&syllables[at..]);
        let last = at + length.max(1);
        let mut mask = classes(text, tokens[at], mark).with(lexicon.entry(entry).mask);
        if length > 1 && mask.has(Class::Digits) {
            // "4G" is one word.
            mask = Mask(mask.0 & !Mask::of(&[Class::Digits]).0).with(Mask::of(&[Class::Word]));
        }
        nodes.push(Node { mask, first: at as u32, last: last as u32, entry, fact: NO_FACT });
        at = last;
    }
    nodes
}

fn classes(text: &str, token: Token, mark: fn(char) -> Class) -> Mask {
    let looks: &[Class] = match (token.kind, token.case) {
        (Kind::Digits, _) => &[Class::Digits],
        (Kind::Mark, _) => &[token.span.of(text).chars().next().map_or(Class::OtherMark, mark)],
        (Kind::Word, Case::Small | Case::Inner) => &[Class::Word],
        (Kind::Word, Case::Capital) => &[Class::Word, Class::Capital],
        (Kind::Word, Case::AllCaps) => &[Class::Word, Class::Capital, Class::AllCaps],
    };
    let glued: &[Class] = if token.spaced { &[] } else { &[Class::Glued] };
    Mask::of(looks).with(Mask::of(glued))
}
