//! The data of a scene of code: what `defaultProps` says, read and changed where it stands.

use std::ops::Range;

use oxc::ast::ast::{
    ArrayExpression, ArrayExpressionElement, BindingPattern, Declaration, Expression, ObjectExpression,
    ObjectPropertyKind, Program, Statement, VariableDeclaration,
};
use oxc::span::GetSpan;
use serde_json::Value;

use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;

use super::super::data;
use super::super::parse::Reading;
use super::list::Row;
use super::patch::{Patches, bytes};
use super::place::{Place, Step};
use super::reading;
use super::style::Style;

/// A parameter of a scene of code, as its `defaultProps` have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Prop {
    /// Its name.
    pub name: String,
    /// Its value; `None` where it is computed.
    pub value: Option<Value>,
    /// The bytes of the value in the code.
    pub span: Range<usize>,
}

/// A change of the data of a scene.
#[derive(Debug, Clone, PartialEq)]
pub enum PropEdit {
    /// Gives a place a value. Of a list or an object only what differs is written anew.
    Set {
        /// Where.
        at: Place,
        /// The value.
        value: Value,
    },
    /// Puts an item into a list.
    Insert {
        /// Which list.
        into: Place,
        /// The place that the item then has, counted from 0; at the end if nothing is said.
        at: Option<usize>,
        /// The item.
        value: Value,
    },
    /// Takes away an item of a list, or a member of an object.
    Remove {
        /// Which.
        at: Place,
    },
}

impl PropEdit {
    fn name(&self) -> &str {
        match self {
            Self::Set { at, .. } | Self::Remove { at } => at.name(),
            Self::Insert { into, .. } => into.name(),
        }
    }
}

/// The parameters of a scene, in order. A scene without `defaultProps` has none.
///
/// # Errors
/// [`ErrorKind::Scene`] if the code does not parse.
pub fn props(code: &str) -> Result<Vec<Prop>> {
    reading(code, |reading| default_props(reading.program()).map_or_else(Vec::new, read_props))
}

/// The code with some changes of its data, one after the other. All bytes that a change does not concern stay as they
/// are, and what is written looks like what is around it.
///
/// # Errors
/// [`ErrorKind::Scene`] if the code does not parse; [`ErrorKind::Parameter`] if there is no such place.
pub fn edit_props(code: &str, edits: &[PropEdit]) -> Result<String> {
    let mut code = code.to_owned();
    let mut rest = edits;
    while !rest.is_empty() {
        let (now, later) = rest.split_at(independent(rest));
        code = reading(&code, |reading| apply(reading, now))??;
        rest = later;
    }
    Ok(code)
}

/// How many of the first changes are of different parameters, so that one reading serves them all.
fn independent(edits: &[PropEdit]) -> usize {
    let is_new = |at: usize| edits[..at].iter().all(|before| before.name() != edits[at].name());
    (0..edits.len()).take_while(|at| is_new(*at)).count()
}

/// The object of `defaultProps`, exported or not.
pub(super) fn default_props<'a>(program: &'a Program<'a>) -> Option<&'a ObjectExpression<'a>> {
    let variables = program.body.iter().filter_map(variables);
    let mut all = variables.flat_map(|variables| &variables.declarations);
    let named = |id: &BindingPattern<'_>| id.get_identifier_name().is_some_and(|id| id == "defaultProps");
    match all.find(|variable| named(&variable.id))?.init.as_ref()?.get_inner_expression() {
        Expression::ObjectExpression(object) => Some(object),
        _ => None,
    }
}

fn variables<'a>(statement: &'a Statement<'a>) -> Option<&'a VariableDeclaration<'a>> {
    match statement {
        Statement::VariableDeclaration(variables) => Some(variables),
        Statement::ExportDeclaration(export) => match &export.declaration {
            Declaration::VariableDeclaration(variables) => Some(variables),
            _ => None,
        },
        _ => None,
    }
}

fn read_props(object: &ObjectExpression<'_>) -> Vec<Prop> {
    let members = object.properties.iter().filter_map(member);
    members
        .map(|(name, value)| Prop { name, value: read(value), span: bytes(value.get_inner_expression().span()) })
        .collect()
}

/// The value of a literal; a template without holes is a text.
pub(super) fn read(expression: &Expression<'_>) -> Option<Value> {
    match expression.get_inner_expression() {
        Expression::TemplateLiteral(template) => template.single_quasi().map(|text| Value::String(text.to_string())),
        other => data::value(other).ok(),
    }
}

/// The name and the value of a member that has both.
pub(super) fn member<'a>(property: &'a ObjectPropertyKind<'a>) -> Option<(String, &'a Expression<'a>)> {
    let ObjectPropertyKind::ObjectProperty(property) = property else { return None };
    Some((property.key.static_name()?.into_owned(), &property.value))
}

fn apply(reading: &Reading<'_>, edits: &[PropEdit]) -> Result<String> {
    let object = default_props(reading.program());
    let object =
        object.ok_or_else(|| refusal("the scene has no `defaultProps` that are an object: write them first"))?;
    let mut pen = Pen { text: reading.text(), style: Style::of(reading.text(), object), patches: Patches::default() };
    for edit in edits {
        match edit {
            PropEdit::Set { at, value } => pen.set_at(object, at, value)?,
            PropEdit::Insert { into, at, value } => pen.insert(find(object, into)?, into, (*at, value))?,
            PropEdit::Remove { at } => pen.remove(object, at)?,
        }
    }
    Ok(pen.patches.apply(reading.text()))
}

fn refusal(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Parameter, message)
}

/// The expression at a place.
fn find<'a>(object: &'a ObjectExpression<'a>, place: &Place) -> Result<&'a Expression<'a>> {
    let whole = named(object, place.name()).ok_or_else(|| {
        let names: Vec<_> = object.properties.iter().filter_map(member).map(|(name, _)| name).collect();
        let names = suggest(place.name(), names.iter().map(String::as_str));
        refusal(format!("the scene has no parameter `{}`: {names}", place.name()))
    })?;
    place.steps().iter().try_fold(whole, |value, step| step_into(value, step, place))
}

fn step_into<'a>(value: &'a Expression<'a>, step: &Step, place: &Place) -> Result<&'a Expression<'a>> {
    let found = match (value.get_inner_expression(), step) {
        (Expression::ArrayExpression(array), Step::Item(at)) => {
            array.elements.get(*at).and_then(|element| element.as_expression())
        }
        (Expression::ObjectExpression(object), Step::Key(key)) => named(object, key),
        _ => None,
    };
    found.ok_or_else(|| refusal(format!("there is no `{place}` in the scene: name one of what is there")))
}

fn named<'a>(object: &'a ObjectExpression<'a>, name: &str) -> Option<&'a Expression<'a>> {
    // The last one of a name is the one that counts.
    object.properties.iter().rev().filter_map(member).find(|(key, _)| key == name).map(|(_, value)| value)
}

/// What writes into a source.
struct Pen<'t> {
    text: &'t str,
    style: Style,
    patches: Patches,
}

impl Pen<'_> {
    fn set_at(&mut self, object: &ObjectExpression<'_>, place: &Place, value: &Value) -> Result<()> {
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
        self.patches.replace(span, printed);
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

    fn insert(&mut self, list: &Expression<'_>, place: &Place, item: (Option<usize>, &Value)) -> Result<()> {
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

    fn remove(&mut self, object: &ObjectExpression<'_>, place: &Place) -> Result<()> {
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

/// How many items two lists share at the beginning, and how many of the rest at the end.
fn common(old: &[Option<Value>], new: &[Value]) -> (usize, usize) {
    let equal = |(old, new): &(&Option<Value>, &Value)| old.as_ref().is_some_and(|known| same(known, new));
    let head = old.iter().zip(new).take_while(equal).count();
    let most = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(equal).count();
    (head, tail)
}

fn has_keys(object: &ObjectExpression<'_>, members: &serde_json::Map<String, Value>) -> bool {
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
