//! JSX, laid out as prettier lays it out.

use std::fmt::{Display, Write};

use serde_json::Value as Json;
use unicode_width::UnicodeWidthStr;

use crate::tsx::literal;

/// The longest line.
pub(super) const WIDTH: usize = 100;

/// An element.
#[derive(Debug, Clone)]
pub(super) struct Tag {
    name: String,
    attributes: Vec<String>,
    children: Vec<Tag>,
}

impl Tag {
    /// One with nothing in it.
    pub(super) fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), attributes: Vec::new(), children: Vec::new() }
    }

    /// The same with an attribute in code: `from={12}`.
    pub(super) fn with(mut self, name: &str, code: impl Display) -> Self {
        self.attributes.push(format!("{name}={{{code}}}"));
        self
    }

    /// The same with a text as an attribute, whatever stands in it.
    pub(super) fn with_text(mut self, name: &str, text: &str) -> Self {
        let is_plain = !text.contains(['"', '\\', '&', '\n']);
        let value = if is_plain { format!("\"{text}\"") } else { format!("{{{}}}", literal(&Json::from(text), 0)) };
        self.attributes.push(format!("{name}={value}"));
        self
    }

    /// The same with all members of an object as attributes.
    pub(super) fn with_all_of(mut self, object: &str) -> Self {
        self.attributes.push(format!("{{...{object}}}"));
        self
    }

    /// The same with another element in it, behind those that are there.
    pub(super) fn holding(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    /// Its lines, so many spaces from the left.
    pub(super) fn write(&self, out: &mut String, indent: usize) {
        let space = " ".repeat(indent);
        let end = if self.children.is_empty() { "/>" } else { ">" };
        let gap = if self.children.is_empty() { " " } else { "" };
        let line =
            std::iter::once(&self.name).chain(&self.attributes).map(String::as_str).collect::<Vec<_>>().join(" ");
        // Writing to a string cannot fail.
        if indent + 1 + line.width() + gap.len() + end.len() <= WIDTH {
            let _ = writeln!(out, "{space}<{line}{gap}{end}");
        } else {
            let attributes = self.attributes.iter().map(|attribute| [&space, "  ", attribute, "\n"].concat());
            let _ = writeln!(out, "{space}<{}\n{}{space}{end}", self.name, attributes.collect::<String>());
        }
        if !self.children.is_empty() {
            self.children.iter().for_each(|child| child.write(out, indent + 2));
            let _ = writeln!(out, "{space}</{}>", self.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_elements_are_laid_out_in_lines() {
        let inner = Tag::new("Intro").with_all_of("introProps");
        let names = ["intro", "Say \"moss\" & <more>", &"long ".repeat(16)];
        let mut out = String::new();
        for name in names {
            let tag = Tag::new("Series.Sequence").with("durationInFrames", 90).with_text("name", name);
            tag.holding(inner.clone()).write(&mut out, 4);
        }
        insta::assert_snapshot!(out, @r#"
    <Series.Sequence durationInFrames={90} name="intro">
      <Intro {...introProps} />
    </Series.Sequence>
    <Series.Sequence durationInFrames={90} name={'Say "moss" & <more>'}>
      <Intro {...introProps} />
    </Series.Sequence>
    <Series.Sequence
      durationInFrames={90}
      name="long long long long long long long long long long long long long long long long "
    >
      <Intro {...introProps} />
    </Series.Sequence>
    "#);
    }
}
