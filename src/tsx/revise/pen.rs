//! What writes data into a source: only what differs, in the hand of what is around it.

use oxc::ast::ast::{ArrayExpression, ArrayExpressionElement, Expression, ObjectExpression, ObjectPropertyKind};
use oxc::span::{GetSpan, Span};
use serde_json::{Map, Value};

use crate::error::Result;

use super::list::Row;
use super::patch::{Patches, bytes};
use super::place::{Place, Step};
use super::props::{find, member, named, read, refusal, step_into};
use super::style::Style;

/// What writes into a source.
pub(super) struct Pen<'t> {
    text: &'t str,
    style: Style,
    patches: Patches,
    /// Names that are their members' values too: `{title}`.
    shorthands: Vec<Span>,
}

impl<'t> Pen<'t> {
    /// A pen for the data of a text.
    pub(super) fn new(text: &'t str, object: &ObjectExpression<'_>) -> Self {
        let mut shorthands = Vec::new();
        gather_shorthands(object, &mut shorthands);
        Self { text, style: Style::of(text, object), patches: Patches::default(), shorthands }
    }

    /// The text with all that was written.
    pub(super) fn finish(self) -> String {
        self.patches.apply(self.text)
    }

    /// Gives a place a value; a member that an object inside of the data lacks is added.
    pub(super) fn set_at(&mut self, object: &ObjectExpression<'_>, place: &Place, value: &Value) -> Result<()> {
        match (find(object, place), place.steps().split_last()) {
            (Ok(old), _) => self.set(old, value),
            (Err(_), Some((Step::Key(key), outer))) => {
                let outer = outer
                    .iter()
                    .try_fold(find(object, &Place::prop(place.name()))?, |value, step| step_into(value, step, place))?;
                self.add_member(outer, place, (key, value))?;
            }
            (Err(error), _) => return Err(error),
        }
        Ok(())
    }

    fn set(&mut self, old: &Expression<'_>, value: &Value) {
        let old = old.get_inner_expression();
        if read(old).is_some_and(|known| same(&known, value)) {
            return;
        }
        match (old, value) {
            (Expression::ArrayExpression(array), Value::Array(items)) => self.set_items(array, items),
            (Expression::ObjectExpression(object), Value::Object(members)) if has_keys(object, members) => {
                for (key, value) in members {
                    if let Some(old) = named(object, key) {
                        self.set(old, value);
                    }
                }
            }
            _ => self.write_over(old, value),
        }
    }

    fn write_over(&mut self, old: &Expression<'_>, value: &Value) {
        let span = bytes(old.span());
        let style = self.style.like(self.text, old);
        let is_in_lines = self.text[span.clone()].contains('\n');
        let printed = if is_in_lines {
            style.in_lines(value, &style.new_line(self.text, span.start))
        } else {
            style.in_line(value)
        };
        let key = if self.shorthands.contains(&old.span()) { &self.text[span.clone()] } else { "" };
        let colon = if key.is_empty() { "" } else { ": " };
        self.patches.replace(span, format!("{key}{colon}{printed}"));
    }

    /// Writes only the items that differ.
    fn set_items(&mut self, array: &ArrayExpression<'_>, items: &[Value]) {
        let old: Vec<_> = array.elements.iter().map(ArrayExpressionElement::as_expression).collect();
        let values: Vec<_> = old.iter().map(|old| old.and_then(read)).collect();
        let (head, tail) = common(&values, items);
        let (old_end, new_end) = (old.len() - tail, items.len() - tail);
        let both = head..old_end.min(new_end);
        if old.is_empty() || old.iter().any(Option::is_none) {
            return self.patches.replace(bytes(array.span), self.style.in_line(&Value::from(items)));
        }
        for (old, item) in old[both.clone()].iter().flatten().zip(&items[both.clone()]) {
            self.set(old, item);
        }
        let row = Row::of(self.text, array);
        row.remove(&mut self.patches, both.end..old_end);
        let printed: Vec<_> = items[both.end..new_end].iter().map(|item| self.style.in_line(item)).collect();
        if !printed.is_empty() {
            row.insert(&mut self.patches, both.end, &printed, &self.style);
        }
    }

    /// Puts an item into a list.
    pub(super) fn insert(&mut self, list: &Expression<'_>, place: &Place, item: (Option<usize>, &Value)) -> Result<()> {
        let Expression::ArrayExpression(array) = list.get_inner_expression() else {
            return Err(refusal(format!("`{place}` of the scene is no list: set its value instead")));
        };
        let count = array.elements.len();
        let at = item.0.unwrap_or(count);
        if at > count {
            return Err(refusal(format!(
                "`{place}` has {count} items: expected a place from 0 to {count}, found {at}"
            )));
        }
        let printed = [self.style.in_line(item.1)];
        Row::of(self.text, array).insert(&mut self.patches, at, &printed, &self.style);
        Ok(())
    }

    fn add_member(&mut self, outer: &Expression<'_>, place: &Place, member: (&str, &Value)) -> Result<()> {
        let Expression::ObjectExpression(object) = outer.get_inner_expression() else {
            return Err(refusal(format!("there is no `{place}` in the scene: name one of what is there")));
        };
        let printed = [self.style.member(member.0, member.1)];
        let row = Row::new(self.text, object.span, object.properties.iter().map(GetSpan::span));
        row.insert(&mut self.patches, object.properties.len(), &printed, &self.style);
        Ok(())
    }

    /// Takes an item or a member away.
    pub(super) fn remove(&mut self, object: &ObjectExpression<'_>, place: &Place) -> Result<()> {
        find(object, place)?;
        let Some((last, outer)) = place.steps().split_last() else {
            return Err(refusal(format!("`{place}` is needed by the scene: give it an empty value instead")));
        };
        let outer = outer
            .iter()
            .try_fold(find(object, &Place::prop(place.name()))?, |value, step| step_into(value, step, place))?;
        let (row, at) = match (outer.get_inner_expression(), last) {
            (Expression::ArrayExpression(array), Step::Item(at)) => (Row::of(self.text, array), Some(*at)),
            (Expression::ObjectExpression(object), Step::Key(key)) => {
                let row = Row::new(self.text, object.span, object.properties.iter().map(GetSpan::span));
                (row, object.properties.iter().rposition(|each| member(each).is_some_and(|(name, _)| name == *key)))
            }
            _ => return Ok(()),
        };
        if let Some(at) = at {
            row.remove(&mut self.patches, at..at + 1);
        }
        Ok(())
    }
}

fn gather_shorthands(object: &ObjectExpression<'_>, found: &mut Vec<Span>) {
    for property in &object.properties {
        let ObjectPropertyKind::ObjectProperty(property) = property else { continue };
        if property.shorthand {
            found.push(property.value.span());
        }
        gather_from(&property.value, found);
    }
}

fn gather_from(value: &Expression<'_>, found: &mut Vec<Span>) {
    match value.get_inner_expression() {
        Expression::ObjectExpression(object) => gather_shorthands(object, found),
        Expression::ArrayExpression(array) => {
            array
                .elements
                .iter()
                .filter_map(ArrayExpressionElement::as_expression)
                .for_each(|item| gather_from(item, found));
        }
        _ => {}
    }
}

/// How many items two lists share at the beginning, and how many of the rest at the end.
fn common(old: &[Option<Value>], new: &[Value]) -> (usize, usize) {
    let equal = |(old, new): &(&Option<Value>, &Value)| old.as_ref().is_some_and(|known| same(known, new));
    let head = old.iter().zip(new).take_while(equal).count();
    let most = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(equal).count();
    (head, tail)
}

fn has_keys(object: &ObjectExpression<'_>, members: &Map<String, Value>) -> bool {
    object.properties.len() == members.len()
        && object.properties.iter().all(|property| member(property).is_some_and(|(key, _)| members.contains_key(&key)))
}

/// Whether two values are the same to JavaScript, which has one kind of number.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| other.get(key).is_some_and(|other| same(value, other)))
        }
        _ => one == other,
    }
}
