//! The tags in a scene's text: `<% structure %>`, `{= value =}` and `<# remark #>`.

use std::ops::Range;

/// What a tag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TagKind {
    Block,
    Value,
    Remark,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) kind: TagKind,
    /// With its delimiters.
    pub(super) outer: Range<usize>,
    /// What stands in it, without the dashes that eat white space.
    pub(super) inner: Range<usize>,
}

const DELIMITERS: [(&str, &str, TagKind); 3] =
    [("<%", "%>", TagKind::Block), ("{=", "=}", TagKind::Value), ("<#", "#>", TagKind::Remark)];

/// All tags in order. One that is not closed ends the search: the template engine tells of it.
pub(super) fn tags(text: &str) -> impl Iterator<Item = Tag> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let (start, end, kind) = next(text, from)?;
        from = end;
        let inner = text[start + 2..end - 2].trim_matches('-');
        let inner_start = start + 2 + usize::from(text[start + 2..].starts_with('-'));
        Some(Tag { kind, outer: start..end, inner: inner_start..inner_start + inner.len() })
    })
}

fn next(text: &str, from: usize) -> Option<(usize, usize, TagKind)> {
    let mut at = from;
    loop {
        at += text[at..].find(['<', '{'])?;
        match DELIMITERS.iter().find(|(open, _, _)| text[at..].starts_with(open)) {
            Some((_, close, kind)) => {
                let end = at + 2 + text[at + 2..].find(close)? + close.len();
                return Some((at, end, *kind));
            }
            None => at += 1,
        }
    }
}

/// The text as the template engine gets it: a line that holds nothing but one structural tag or remark comes to
/// nothing, with its indentation and its line break.
///
/// Both are moved *into* the tag, where white space means nothing, so that every place in the text stays where it was.
pub(super) fn without_tag_lines(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for tag in tags(text).filter(|tag| tag.kind != TagKind::Value) {
        let Some((line, end)) = alone(text, &tag.outer) else { continue };
        let open = &text[tag.outer.start..tag.inner.start];
        result.push_str(&text[done..line]);
        result.push_str(open);
        result.push_str(&text[line..tag.outer.start]);
        result.push_str(&text[tag.inner.clone()]);
        result.push_str(&text[tag.outer.end..end]);
        result.push_str(&text[tag.inner.end..tag.outer.end]);
        done = end;
    }
    result.push_str(&text[done..]);
    result
}

/// The first byte of a tag's line and the first of the next line, if there is nothing else between them.
fn alone(text: &str, tag: &Range<usize>) -> Option<(usize, usize)> {
    let line = text[..tag.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[tag.end..].find('\n').map_or(text.len(), |at| tag.end + at + 1);
    let blank = |range: Range<usize>| text[range].chars().all(char::is_whitespace);
    (blank(line..tag.start) && blank(tag.end..end)).then_some((line, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found() {
        let text = "a <b {={x}=} <%- if a -%> <# no <% tag %> #> {={ <% open";
        let found: Vec<_> = tags(text).map(|tag| (tag.kind, &text[tag.outer], &text[tag.inner])).collect();
        assert_eq!(
            found,
            [
                (TagKind::Value, "{={x}=}", "{x}"),
                (TagKind::Block, "<%- if a -%>", " if a "),
                (TagKind::Remark, "<# no <% tag %> #>", " no <% tag %> "),
            ]
        );
    }

    #[test]
    fn lines_of_tags_disappear_and_nothing_moves() {
        for (text, expected) in [
            ("a\n  <% if x %>\n  b\n  <% endif %>\nc\n", "a\n<%   if x \n%>  b\n<%   endif \n%>c\n"),
            ("a <% if x %>b<% endif %>\n", "a <% if x %>b<% endif %>\n"),
            ("<# one\n two #>  \nx", "<# one\n two   \n#>x"),
            ("<%- if x -%>\n", "<%- if x \n-%>"),
            ("<% if x %>\r\ny", "<% if x \r\n%>y"),
            ("{= x =}\n", "{= x =}\n"),
            ("<% a %><% b %>\n", "<% a %><% b %>\n"),
            ("x\n  <% endif %>", "x\n<%   endif %>"),
        ] {
            assert_eq!(without_tag_lines(text), expected);
            assert_eq!(without_tag_lines(text).len(), text.len());
        }
    }
}
