//! Stands in for the crate of this name: a value that may be sent to another thread and is only ever used in its own.
//!
//! The real one asks at every use which thread it is in. A wasm without threads has one, so there the question, and the
//! standard library's whole notion of a thread behind it, is only weight. Elsewhere this one asks as well.

use std::fmt;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
mod home {
    #[derive(Clone, Copy)]
    pub struct Home;
    impl Home {
        pub fn new() -> Self {
            Self
        }
        pub fn is_here(self) -> bool {
            true
        }
    }
}
#[cfg(not(all(target_family = "wasm", not(target_feature = "atomics"))))]
mod home {
    #[derive(Clone, Copy)]
    pub struct Home(std::thread::ThreadId);
    impl Home {
        pub fn new() -> Self {
            Self(std::thread::current().id())
        }
        pub fn is_here(self) -> bool {
            self.0 == std::thread::current().id()
        }
    }
}
use home::Home;

/// A value that is used only in the thread that made it.
pub struct SendWrapper<T> {
    value: ManuallyDrop<T>,
    home: Home,
}

// SAFETY: the value is reached and dropped only where `is_here` holds, so that no other thread ever touches it.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    /// Keeps a value for this thread.
    pub fn new(value: T) -> Self {
        Self { value: ManuallyDrop::new(value), home: Home::new() }
    }

    /// Whether this is the thread of the value.
    pub fn valid(&self) -> bool {
        self.home.is_here()
    }

    /// The value.
    ///
    /// # Panics
    /// In another thread.
    pub fn take(self) -> T {
        self.check();
        let mut own = ManuallyDrop::new(self);
        // SAFETY: `own` is never dropped, so the value is taken once.
        unsafe { ManuallyDrop::take(&mut own.value) }
    }

    fn check(&self) {
        assert!(self.home.is_here(), "a value was used outside the thread that made it");
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.check();
        &self.value
    }
}

impl<T> DerefMut for SendWrapper<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.check();
        &mut self.value
    }
}

impl<T> Drop for SendWrapper<T> {
    fn drop(&mut self) {
        if std::mem::needs_drop::<T>() {
            self.check();
            // SAFETY: here and in `take`, which forgets the wrapper, is where the value ends.
            unsafe { ManuallyDrop::drop(&mut self.value) }
        }
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    fn clone(&self) -> Self {
        Self::new(T::clone(self))
    }
}

impl<T: fmt::Debug> fmt::Debug for SendWrapper<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SendWrapper").field(&**self).finish()
    }
}

#[cfg(feature = "futures")]
mod futures {
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use futures_core::Stream;

    use super::SendWrapper;

    impl<T> SendWrapper<T> {
        fn inner(self: Pin<&mut Self>) -> Pin<&mut T> {
            self.check();
            // SAFETY: the value lies in the wrapper and is never moved out of a pinned one.
            unsafe { self.map_unchecked_mut(|own| &mut *own.value) }
        }
    }

    impl<F: Future> Future for SendWrapper<F> {
        type Output = F::Output;

        fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
            self.inner().poll(cx)
        }
    }

    impl<S: Stream> Stream for SendWrapper<S> {
        type Item = S::Item;

        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            self.inner().poll_next(cx)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SendWrapper;

    #[test]
    fn a_value_is_used_at_home_and_nowhere_else() {
        let kept = SendWrapper::new(std::rc::Rc::new(5));
        assert!(kept.valid() && **kept == 5);
        let (there, back) = std::thread::spawn(move || {
            let asked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| **kept));
            (asked.is_err() && !kept.valid(), kept)
        })
        .join()
        .unwrap();
        assert!(there);
        assert_eq!(*back.take(), 5);
    }
}
