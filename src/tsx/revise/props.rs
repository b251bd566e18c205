//! The data of a scene of code: what `defaultProps` says, read and changed where it stands.

use std::ops::Range;

use oxc::ast::ast::{
    BindingPattern, Declaration, Expression, ObjectExpression, ObjectPropertyKind, Program, Statement,
    VariableDeclaration,
};
use oxc::span::GetSpan;
use serde_json::Value;

use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;

use super::super::data;
use super::super::parse::Reading;
use super::patch::bytes;
use super::pen::Pen;
use super::place::{Place, Step};
use super::reading;

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
    reading(code, props_of)
}

/// The same, of code that has been read.
pub(in crate::tsx) fn props_of(reading: &Reading<'_>) -> Vec<Prop> {
    default_props(reading.program()).map_or_else(Vec::new, read_props)
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
    let mut pen = Pen::new(reading.text(), object);
    for edit in edits {
        match edit {
            PropEdit::Set { at, value } => pen.set_at(object, at, value)?,
            PropEdit::Insert { into, at, value } => pen.insert(find(object, into)?, into, (*at, value))?,
            PropEdit::Remove { at } => pen.remove(object, at)?,
        }
    }
    Ok(pen.finish())
}

pub(super) fn refusal(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Parameter, message)
}

/// The expression at a place.
pub(super) fn find<'a>(object: &'a ObjectExpression<'a>, place: &Place) -> Result<&'a Expression<'a>> {
    let whole = named(object, place.name()).ok_or_else(|| {
        let names: Vec<_> = object.properties.iter().filter_map(member).map(|(name, _)| name).collect();
        let names = suggest(place.name(), names.iter().map(String::as_str));
        refusal(format!("the scene has no parameter `{}`: {names}", place.name()))
    })?;
    place.steps().iter().try_fold(whole, |value, step| step_into(value, step, place))
}

pub(super) fn step_into<'a>(value: &'a Expression<'a>, step: &Step, place: &Place) -> Result<&'a Expression<'a>> {
    let found = match (value.get_inner_expression(), step) {
        (Expression::ArrayExpression(array), Step::Item(at)) => {
            array.elements.get(*at).and_then(|element| element.as_expression())
        }
        (Expression::ObjectExpression(object), Step::Key(key)) => named(object, key),
        _ => None,
    };
    found.ok_or_else(|| refusal(format!("there is no `{place}` in the scene: name one of what is there")))
}

pub(super) fn named<'a>(object: &'a ObjectExpression<'a>, name: &str) -> Option<&'a Expression<'a>> {
    // The last one of a name is the one that counts.
    object.properties.iter().rev().filter_map(member).find(|(key, _)| key == name).map(|(_, value)| value)
}
