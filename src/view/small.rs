//! A signal of something small, kept as a number: the wasm has the code of a signal once for language, theme, width and
//! counts.

use std::marker::PhantomData;

use leptos::prelude::*;

use super::Theme;
use crate::format::Lang;

/// What a number can stand for.
pub trait Small: Copy {
    /// Its number.
    fn number(self) -> i32;

    /// What has a number that [`Small::number`] gave.
    fn of(number: i32) -> Self;
}

impl Small for i32 {
    fn number(self) -> i32 {
        self
    }

    fn of(number: i32) -> Self {
        number
    }
}

impl Small for bool {
    fn number(self) -> i32 {
        self.into()
    }

    fn of(number: i32) -> Self {
        number != 0
    }
}

impl Small for Lang {
    fn number(self) -> i32 {
        self as i32
    }

    fn of(number: i32) -> Self {
        if number == Self::En as i32 { Self::En } else { Self::Vi }
    }
}

impl Small for Theme {
    fn number(self) -> i32 {
        self as i32
    }

    fn of(number: i32) -> Self {
        Self::ALL.into_iter().find(|theme| *theme as i32 == number).unwrap_or_default()
    }
}

/// A signal of something small.
pub struct SmallSignal<T> {
    number: RwSignal<i32>,
    of: PhantomData<T>,
}

impl<T> Clone for SmallSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for SmallSignal<T> {}

impl<T: Small> SmallSignal<T> {
    /// A signal with a value to begin with.
    pub fn new(value: T) -> Self {
        Self { number: RwSignal::new(value.number()), of: PhantomData }
    }

    /// The value; what reads it follows it.
    pub fn get(self) -> T {
        T::of(self.number.get())
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        T::of(self.number.get_untracked())
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.number.track();
    }

    /// Another value.
    pub fn set(self, value: T) {
        self.number.set(value.number());
    }
}
