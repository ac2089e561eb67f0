//! Elements of XML, written so that any text of a report is a text of the file.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::table::without_controls;

/// Writes XML to memory.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A document of one element, with what `fill` writes inside it.
    pub(super) fn document(root: &str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 2));
        // Writing to memory cannot fail, here and below.
        let _ = xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml.element(root, attributes, fill);
        let mut bytes = xml.0.into_inner();
        bytes.push(b'\n');
        bytes
    }

    /// An element with other elements in it.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) {
        let attributes = attributes.iter().map(|(name, value)| (*name, without_controls(value)));
        let attributes: Vec<_> = attributes.collect();
        let element = self.0.create_element(name);
        let element = element.with_attributes(attributes.iter().map(|(name, value)| (*name, value.as_ref())));
        let _ = element.write_inner_content(|writer| {
            // The writer goes into ours and back again.
            let mut inner = Self(std::mem::replace(writer, Writer::new(Vec::new())));
            fill(&mut inner);
            *writer = inner.0;
            Ok(())
        });
    }

    /// An element with a text.
    pub(super) fn leaf(&mut self, name: &str, text: &str) {
        let _ = self.0.create_element(name).write_text_content(BytesText::new(&without_controls(text)));
    }

    /// An element with attributes alone.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let _ = self.0.create_element(name).with_attributes(attributes.iter().copied()).write_empty();
    }
}
