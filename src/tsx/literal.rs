//! Prints data as the TypeScript that prettier would keep: what a person would have typed.
//!
//! The layout is prettier 3.10's with `printWidth: 100, singleQuote: true, bracketSpacing: false`: an object of the
//! outermost level has one key a line; inner objects and arrays stay in line where they fit; a row of objects is one a
//! line; numbers fill lines; a text that does not fit moves below its key.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::quote::{width as width_of, write_number, write_text};
use super::scene::Meta;

const PRINT_WIDTH: usize = 100;
const TAB_WIDTH: usize = 2;

/// The value as a literal whose first line starts at `indent` spaces, which are not printed.
///
/// A key is quoted unless it is a plain ASCII identifier, and `__proto__`, which would otherwise set the prototype,
/// is a computed key. Reading the literal gives the value again, with numbers as JavaScript has them.
pub fn literal(value: &Value, indent: usize) -> String {
    let mut out = String::with_capacity(256);
    write_literal(&mut out, value, indent);
    out
}

/// [`literal`], appended to `out`.
pub(super) fn write_literal(out: &mut String, value: &Value, indent: usize) {
    match value {
        Value::Object(map) if !map.is_empty() => write_object_in_lines(out, map, indent),
        _ => write_value(out, value, Place { indent, column: indent }),
    }
}

/// The columns of `export const meta = `.
const BEFORE_META: usize = 20;

/// Writes the literal of a scene's `meta`.
pub(super) fn write_meta(out: &mut String, meta: &Meta) {
    let Meta { id, duration_in_frames, fps, width, height } = meta;
    let sizes = format!("durationInFrames: {duration_in_frames}, fps: {fps}, width: {width}, height: {height}");
    let start = out.len();
    out.push_str("{id: ");
    write_text(out, id);
    // Writing to a string cannot fail.
    let _ = write!(out, ", {sizes}}}");
    if BEFORE_META + width_of(&out[start..]) >= PRINT_WIDTH {
        out.truncate(start);
        out.push_str("{\n  id: ");
        write_text(out, id);
        let _ = write!(out, ",\n  {},\n}}", sizes.replace(", ", ",\n  "));
    }
}

/// Where a value starts: the indentation of its line, and the columns before it.
#[derive(Clone, Copy)]
struct Place {
    indent: usize,
    column: usize,
}

fn write_value(out: &mut String, value: &Value, place: Place) {
    if !is_always_in_lines(value) {
        let start = out.len();
        write_in_line(out, value);
        // The comma or semicolon that follows takes a column too.
        if !is_container(value) || place.column + width_of(&out[start..]) < PRINT_WIDTH {
            return;
        }
        out.truncate(start);
    }
    match value {
        Value::Object(map) => write_object_in_lines(out, map, place.indent),
        Value::Array(items) if is_row_of_numbers(items) => write_filled(out, items, place.indent),
        Value::Array(items) => write_array_in_lines(out, items, place.indent),
        _ => write_in_line(out, value),
    }
}

fn write_object_in_lines(out: &mut String, map: &Map<String, Value>, indent: usize) {
    out.push('{');
    for (key, value) in map {
        start_line(out, indent + TAB_WIDTH);
        write_member(out, key, value, indent + TAB_WIDTH);
        out.push(',');
    }
    start_line(out, indent);
    out.push('}');
}

fn write_member(out: &mut String, key: &str, value: &Value, indent: usize) {
    let start = out.len();
    write_key(out, key);
    let key_width = width_of(&out[start..]);
    out.push(':');
    let column = indent + key_width + 2;
    if moves_below(value, column, key_width) {
        start_line(out, indent + TAB_WIDTH);
        write_value(out, value, Place { indent: indent + TAB_WIDTH, column: indent + TAB_WIDTH });
    } else {
        out.push(' ');
        write_value(out, value, Place { indent, column });
    }
}

/// Prettier's layouts of an assignment: `break-after-operator` for texts, unless the key is so short that nothing is
/// won; `fluid` for what opens with a bracket or a sign; `never-break-after-operator` for the rest.
fn moves_below(value: &Value, column: usize, key_width: usize) -> bool {
    let head = match value {
        Value::String(_) if key_width < TAB_WIDTH + 3 => 0,
        Value::String(text) if text.len() < PRINT_WIDTH / 8 && column < PRINT_WIDTH / 2 => 0,
        Value::String(_) => in_line_width(value) + 1,
        Value::Null => 5,
        Value::Array(items) if items.is_empty() => 3,
        Value::Object(map) if map.is_empty() => 3,
        Value::Array(_) | Value::Object(_) => 1,
        Value::Number(number) if number.as_f64().is_some_and(f64::is_sign_negative) => in_line_width(value) + 1,
        Value::Bool(_) | Value::Number(_) => 0,
    };
    column + head > PRINT_WIDTH && head > 0
}

fn write_array_in_lines(out: &mut String, items: &[Value], indent: usize) {
    out.push('[');
    let indent_of_items = indent + TAB_WIDTH;
    for item in items {
        start_line(out, indent_of_items);
        write_value(out, item, Place { indent: indent_of_items, column: indent_of_items });
        out.push(',');
    }
    start_line(out, indent);
    out.push(']');
}

fn write_filled(out: &mut String, items: &[Value], indent: usize) {
    out.push('[');
    let mut column = usize::MAX;
    for item in items {
        let start = out.len();
        write_in_line(out, item);
        let wide = out.len() - start + 1;
        if column.saturating_add(1 + wide) > PRINT_WIDTH {
            out.truncate(start);
            start_line(out, indent + TAB_WIDTH);
            write_in_line(out, item);
            column = indent + TAB_WIDTH + wide;
        } else {
            out.insert(start, ' ');
            column += 1 + wide;
        }
        out.push(',');
    }
    start_line(out, indent);
    out.push(']');
}

fn start_line(out: &mut String, indent: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}

fn write_in_line(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => write_number(out, number),
        Value::String(text) => write_text(out, text),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { ", " });
                write_in_line(out, item);
            }
            out.push(']');
        }
        Value::Object(map) => write_object_in_line(out, map),
    }
}

fn write_object_in_line(out: &mut String, map: &Map<String, Value>) {
    out.push('{');
    for (at, (key, item)) in map.iter().enumerate() {
        out.push_str(if at == 0 { "" } else { ", " });
        write_key(out, key);
        out.push_str(": ");
        write_in_line(out, item);
    }
    out.push('}');
}

/// Writes the key of a member, so that it means itself.
pub(super) fn write_key(out: &mut String, key: &str) {
    match key {
        "__proto__" => out.push_str("['__proto__']"),
        _ if is_identifier(key) => out.push_str(key),
        _ => write_text(out, key),
    }
}

fn is_identifier(key: &str) -> bool {
    let mut bytes = key.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic() || matches!(first, b'_' | b'$'))
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$'))
}

fn is_container(value: &Value) -> bool {
    matches!(value, Value::Array(items) if !items.is_empty()) || matches!(value, Value::Object(map) if !map.is_empty())
}

/// Whether prettier breaks it though it fits: it breaks rows of objects, and rows of rows, of more than one part each.
fn is_always_in_lines(value: &Value) -> bool {
    match value {
        Value::Array(items) => is_row_of_parts(items) || items.iter().any(is_always_in_lines),
        Value::Object(map) => map.values().any(is_always_in_lines),
        _ => false,
    }
}

fn is_row_of_parts(items: &[Value]) -> bool {
    let objects = || items.iter().all(|item| matches!(item, Value::Object(map) if map.len() > 1));
    let arrays = || items.iter().all(|item| matches!(item, Value::Array(parts) if parts.len() > 1));
    items.len() > 1 && (objects() || arrays())
}

fn is_row_of_numbers(items: &[Value]) -> bool {
    items.len() > 1 && items.iter().all(Value::is_number)
}

fn in_line_width(value: &Value) -> usize {
    let mut printed = String::new();
    write_in_line(&mut printed, value);
    width_of(&printed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn prints_what_prettier_keeps() {
        let numbers: Vec<_> = (0..40).map(|number| f64::from(number) / 4.0).collect();
        let value = json!({
            "title": "Sales",
            "subtitle": "It has been a long year, and this is what came of all the work that went into it and beyond",
            "text": "It has been a long year, and this is what came of all the work that went into it and so on",
            "series": [{"label": "Q1", "value": 10}, {"label": "Q2", "value": 20.5}],
            "tags": ["a", "b"],
            "numbers": numbers,
            "palette": {"background": "#0b1020", "surface": "#141b33", "text": "#f5f7ff", "muted": "#9aa4c7", "accent": "#5eead4"},
            "motion": {"ease": [0.16, 1, 0.3, 1], "font-family": null},
            "__proto__": {},
            "rows": [[1, 2], [3, 4]],
            "one": [{"label": "only", "value": true}],
        });
        insta::assert_snapshot!(literal(&value, 0), @r"
        {
          title: 'Sales',
          subtitle:
            'It has been a long year, and this is what came of all the work that went into it and beyond',
          text: 'It has been a long year, and this is what came of all the work that went into it and so on',
          series: [
            {label: 'Q1', value: 10},
            {label: 'Q2', value: 20.5},
          ],
          tags: ['a', 'b'],
          numbers: [
            0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 3.75, 4, 4.25, 4.5,
            4.75, 5, 5.25, 5.5, 5.75, 6, 6.25, 6.5, 6.75, 7, 7.25, 7.5, 7.75, 8, 8.25, 8.5, 8.75, 9, 9.25,
            9.5, 9.75,
          ],
          palette: {
            background: '#0b1020',
            surface: '#141b33',
            text: '#f5f7ff',
            muted: '#9aa4c7',
            accent: '#5eead4',
          },
          motion: {ease: [0.16, 1, 0.3, 1], 'font-family': null},
          ['__proto__']: {},
          rows: [
            [1, 2],
            [3, 4],
          ],
          one: [{label: 'only', value: true}],
        }
        ");
    }

    #[test]
    fn other_values_stand_in_line() {
        for (value, printed) in [
            (json!({}), "{}"),
            (json!([]), "[]"),
            (json!(["x", 1, null]), "['x', 1, null]"),
            (json!("x"), "'x'"),
            (json!(1.0), "1"),
        ] {
            assert_eq!(literal(&value, 0), printed);
        }
    }
}
