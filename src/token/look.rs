//! What a character looks like, at a glance. Says what the standard library says, which searches its tables anew for every
//! letter beyond ASCII; here they are looked through once, for all alphabets that Vietnamese is written with.

use std::sync::LazyLock;

/// Some answers about one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look(u8);

impl Look {
    const LETTER: u8 = 1;
    const PART: u8 = 2;
    const CAPITAL: u8 = 4;
    const SMALL: u8 = 8;

    fn new(c: char) -> Self {
        let part = c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '²' | '³');
        let bits = [
            (Self::LETTER, c.is_alphabetic()),
            (Self::PART, part),
            (Self::CAPITAL, c.is_uppercase()),
            (Self::SMALL, c.is_lowercase()),
        ];
        Self(bits.iter().filter(|(_, is)| *is).fold(0, |all, (bit, _)| all | bit))
    }

    /// Whether a word opens with it.
    pub fn letter(self) -> bool {
        self.0 & Self::LETTER != 0
    }

    /// Whether a word goes on with it.
    pub fn part(self) -> bool {
        self.0 & Self::PART != 0
    }

    /// Whether it is a capital.
    pub fn capital(self) -> bool {
        self.0 & Self::CAPITAL != 0
    }

    /// Whether it is a small letter.
    pub fn small(self) -> bool {
        self.0 & Self::SMALL != 0
    }
}

/// Where Vietnamese has its letters: Latin with its first extensions, and Latin Extended Additional.
const LATIN: u32 = 0x250;
const ADDITIONAL: u32 = 0x1e00;
const END: u32 = 0x1f00;

/// How a character looks.
pub fn look(c: char) -> Look {
    static KNOWN: LazyLock<Vec<Look>> = LazyLock::new(|| {
        (0..LATIN).chain(ADDITIONAL..END).map(|code| char::from_u32(code).map_or(Look(0), Look::new)).collect()
    });
    match c as u32 {
        code @ ..LATIN => KNOWN[code as usize],
        code @ ADDITIONAL..END => KNOWN[(code - ADDITIONAL + LATIN) as usize],
        _ => Look::new(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_looks_as_the_standard_library_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(look(c), Look::new(c), "{c:?}");
        }
    }
}
