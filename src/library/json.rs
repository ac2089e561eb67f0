//! JSON as a plain tree, and a reader that walks it and notes the first thing that is not as expected.
//!
//! The derived readers of a dozen structs weigh more than all that the viewer shows; one tree and one function a field
//! do the same. Reading goes on after a mistake with something empty in its place, so that no step needs a way out.

use std::borrow::Cow;
use std::fmt;
use std::mem::take;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A value of JSON. Numbers are floats: the format has none that a float cannot hold.
#[derive(Default)]
pub(super) enum Json<'a> {
    #[default]
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'a, str>),
    List(Vec<Self>),
    Object(Fields<'a>),
}

/// The fields of an object, in their order. Few enough to look through.
pub(super) type Fields<'a> = Vec<(Json<'a>, Json<'a>)>;

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            fields.push(entry);
        }
        // Of two values for one field each reader takes another. What comes from others is refused; what stands in a page we
        // wrote ourselves, and there the question is left out of the wasm.
        if cfg!(not(feature = "csr"))
            && let Some(name) = twice(&fields)
        {
            return Err(A::Error::custom(format_args!("the field `{name}` stands twice in one object")));
        }
        Ok(Json::Object(fields))
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

/// A name that two fields of an object have.
fn twice<'f>(fields: &'f Fields<'_>) -> Option<&'f str> {
    let name =
        |(name, _): &'f (Json<'_>, Json<'_>)| if let Json::Text(name) = name { Some(name.as_ref()) } else { None };
    let mut names: Vec<&str> = fields.iter().filter_map(name).collect();
    names.sort_unstable();
    names.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

/// Takes a field out of an object; null where there is none.
pub(super) fn field<'a>(fields: &mut Fields<'a>, key: &str) -> Json<'a> {
    let found = fields.iter_mut().find(|(name, _)| matches!(name, Json::Text(name) if name == key));
    found.map_or(Json::Null, |(_, value)| take(value))
}

/// Walks a tree.
#[derive(Default)]
pub(super) struct Reader {
    /// Where the walk is: the names of fields and, of lists, the places.
    path: Vec<(&'static str, Option<usize>)>,
    /// The first thing that was not as expected.
    pub(super) wrong: Option<String>,
}

impl Reader {
    /// Notes that something else was expected at a field.
    pub(super) fn expected(&mut self, key: &'static str, expected: &str, found: &Json<'_>) {
        if self.wrong.is_some() {
            return;
        }
        // In the browser a code stands for the reason, and what would say it is left out of the wasm.
        if cfg!(feature = "csr") {
            self.wrong = Some(String::new());
            return;
        }
        let mut place = String::new();
        for (name, at) in self.path.iter().chain([&(key, None)]) {
            if !place.is_empty() && !name.is_empty() {
                place.push('.');
            }
            place.push_str(name);
            if let Some(at) = at {
                place.push_str(&format!("[{at}]"));
            }
        }
        let found = match found {
            Json::Null => "nothing",
            Json::Bool(_) => "true or false",
            Json::Number(_) => "a number",
            Json::Text(text) => &format!("`{}`", text.chars().take(40).collect::<String>()),
            Json::List(_) => "a list",
            Json::Object(_) => "an object",
        };
        self.wrong = Some(format!("expected {expected} at {place}, found {found}"));
    }

    /// Reads an object, one step further on the path.
    fn enter(&mut self, value: Json<'_>, (key, at): (&'static str, Option<usize>), read: Step<'_>) {
        self.path.push((key, at));
        let mut fields = match value {
            Json::Object(fields) => fields,
            other => {
                self.expected("", "an object", &other);
                Fields::new()
            }
        };
        read(self, &mut fields);
        self.path.pop();
    }

    /// An object that must be there.
    pub(super) fn object<T>(&mut self, from: &mut Fields<'_>, key: &'static str, read: Read<T>) -> T {
        let mut object = None;
        self.enter(field(from, key), (key, None), &mut |reader, fields| object = Some(read(reader, fields)));
        object.expect("an object is read from whatever is there")
    }

    /// An object that may be missing.
    pub(super) fn maybe_object<T>(&mut self, from: &mut Fields<'_>, key: &'static str, read: Read<T>) -> Option<T> {
        let mut object = None;
        let value = field(from, key);
        if !value.is_null() {
            self.enter(value, (key, None), &mut |reader, fields| object = Some(read(reader, fields)));
        }
        object
    }

    /// A list of objects; a missing one is empty.
    pub(super) fn list<T>(&mut self, from: &mut Fields<'_>, key: &'static str, read: Read<T>) -> Vec<T> {
        let mut all = Vec::new();
        self.each(from, key, &mut |reader, fields| all.push(read(reader, fields)));
        all
    }

    /// The walk of a list, once for lists of everything.
    fn each(&mut self, from: &mut Fields<'_>, key: &'static str, read: Step<'_>) {
        for (at, item) in self.items(from, key).into_iter().enumerate() {
            self.enter(item, (key, Some(at)), read);
        }
    }

    /// A list of texts; a missing one is empty.
    pub(super) fn texts(&mut self, from: &mut Fields<'_>, key: &'static str) -> Vec<String> {
        let items = self.items(from, key);
        items.into_iter().filter_map(|item| self.maybe_text(item, key)).collect()
    }

    fn items<'a>(&mut self, from: &mut Fields<'a>, key: &'static str) -> Vec<Json<'a>> {
        match field(from, key) {
            Json::List(items) => items,
            Json::Null => Vec::new(),
            other => {
                self.expected(key, "a list", &other);
                Vec::new()
            }
        }
    }

    fn maybe_text(&mut self, value: Json<'_>, key: &'static str) -> Option<String> {
        match value {
            Json::Text(text) => Some(text.into_owned()),
            Json::Null => None,
            other => {
                self.expected(key, "a text", &other);
                None
            }
        }
    }

    /// A text that may be missing.
    pub(super) fn maybe(&mut self, from: &mut Fields<'_>, key: &'static str) -> Option<String> {
        self.maybe_text(field(from, key), key)
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, from: &mut Fields<'_>, key: &'static str) -> String {
        let text = self.maybe(from, key);
        text.unwrap_or_else(|| {
            self.expected(key, "a text", &Json::Null);
            String::new()
        })
    }

    /// A number that may be missing.
    pub(super) fn maybe_number(&mut self, from: &mut Fields<'_>, key: &'static str) -> Option<f64> {
        match field(from, key) {
            Json::Number(number) => Some(number),
            Json::Null => None,
            other => {
                self.expected(key, "a number", &other);
                None
            }
        }
    }

    /// Whether something holds; what is missing does not.
    pub(super) fn flag(&mut self, from: &mut Fields<'_>, key: &'static str) -> bool {
        match field(from, key) {
            Json::Bool(holds) => holds,
            Json::Null => false,
            other => {
                self.expected(key, "true or false", &other);
                false
            }
        }
    }

    /// A number that must be there.
    pub(super) fn number(&mut self, from: &mut Fields<'_>, key: &'static str) -> f64 {
        let number = self.maybe_number(from, key);
        number.unwrap_or_else(|| {
            self.expected(key, "a number", &Json::Null);
            0.0
        })
    }

    /// A text of a known form that may be missing; `form` says which, `read` tells whether it has it.
    pub(super) fn maybe_form<T>(
        &mut self,
        from: &mut Fields<'_>,
        key: &'static str,
        form: &str,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = field(from, key);
        let found = if let Json::Text(text) = &value { read(text) } else { None };
        if found.is_none() && !value.is_null() {
            self.expected(key, form, &value);
        }
        found
    }

    /// A code that must be there.
    pub(super) fn code<T: Copy>(
        &mut self,
        from: &mut Fields<'_>,
        key: &'static str,
        all: &[T],
        read: fn(&str) -> Option<T>,
    ) -> T {
        let there = self.maybe_form(from, key, "one of its codes", read);
        there.unwrap_or_else(|| {
            self.expected(key, "one of its codes", &Json::Null);
            all[0]
        })
    }
}

/// Reads an object from its fields.
pub(super) type Read<T> = fn(&mut Reader, &mut Fields<'_>) -> T;

/// Does something with the fields of an object.
type Step<'s> = &'s mut dyn FnMut(&mut Reader, &mut Fields<'_>);

impl Json<'_> {
    fn is_null(&self) -> bool {
        matches!(self, Json::Null)
    }
}
