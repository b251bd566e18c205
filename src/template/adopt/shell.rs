//! The component around a scene's own, where the template's data is not that of the scene: it gives other names back, and
//! holds what no parameter changes.

use std::fmt::Write;

use serde_json::{Map, Value as Json};

use super::field::{Field, Place};
use super::name::component;
use crate::template::spec::{ParamSpec, ParamType};
use crate::tsx::{self, Anatomy, literal};

/// Its name, its code, and what belongs to it.
pub(super) struct Shell {
    pub(super) name: String,
    code: String,
    inner: String,
    props_type: String,
}

/// The columns before an attribute.
const INDENT: usize = 6;

impl Shell {
    /// The shell that a scene needs; none where its data and its component can stay as they are.
    pub(super) fn of(id: &str, anatomy: &Anatomy, fields: &[Field]) -> Option<Self> {
        let named = anatomy.component.as_deref().unwrap_or_default();
        let is_named = named.starts_with(|first: char| first.is_ascii_uppercase())
            && named.chars().all(|letter| letter.is_ascii_alphanumeric());
        if anatomy.is_function && is_named && fields.iter().all(Field::is_direct) {
            return None;
        }
        let inner = anatomy.component.clone().unwrap_or_else(|| free(anatomy, "Scene"));
        let name = free(anatomy, &component(id));
        let code = code(&name, &inner, fields);
        Some(Self { name, code, inner, props_type: props_type(fields) })
    }

    pub(super) fn casing(&self) -> tsx::Shell<'_> {
        tsx::Shell { code: &self.code, inner: &self.inner, props_type: &self.props_type }
    }
}

/// A name that neither the scene nor a package has.
fn free(anatomy: &Anatomy, name: &str) -> String {
    let is_taken = |name: &String| anatomy.names.contains(name) || tsx::is_export(name);
    let mut free = name.to_owned();
    while is_taken(&free) {
        free.push_str("Scene");
    }
    free
}

fn code(name: &str, inner: &str, fields: &[Field]) -> String {
    let taken: Vec<String> = fields.iter().filter_map(taken).collect();
    let has_palette = fields.iter().any(|field| matches!(field.place, Place::Common { .. }));
    let parts: Vec<String> = has_palette.then(|| "palette".to_owned()).into_iter().chain(taken).collect();
    let parameter = if parts.is_empty() { "props".to_owned() } else { format!("{{{}, ...props}}", parts.join(", ")) };
    let attributes: Vec<String> = fields.iter().filter(|field| !field.is_direct()).map(attribute).collect();
    let mut code = String::from("/** The scene with what its parameters say, and with what none of them changes. */\n");
    let _ = writeln!(code, "export default function {name}({parameter}: typeof defaultProps) {{");
    if attributes.is_empty() {
        let _ = write!(code, "  return <{inner} {{...props}} />;\n}}");
        return code;
    }
    let _ = write!(code, "  return (\n    <{inner}\n      {{...props}}\n{}    />\n  );\n}}", attributes.concat());
    code
}

/// The property of the template's data that a prop is made of under another name.
fn taken(field: &Field) -> Option<String> {
    match &field.place {
        Place::Own(spec) if !spec.is_structure() && !field.is_direct() => Some(spec.prop()),
        Place::Points(spec, _) => Some(spec.prop()),
        _ => None,
    }
}

/// The lines that give a prop its value.
fn attribute(field: &Field) -> String {
    let name = &field.prop;
    match &field.place {
        Place::Own(spec) if spec.is_structure() => branches(name, spec),
        Place::Own(spec) => format!("      {name}={{{}}}\n", spec.prop()),
        Place::Points(spec, [label, figure]) => {
            let point = format!("{{{}, {}}}", member(label, "label"), member(figure, "value"));
            format!("      {name}={{{}.map(({{label, value}}) => ({point}))}}\n", spec.prop())
        }
        Place::Common { member, .. } => format!("      {name}={{palette.{member}}}\n"),
        Place::Fixed(_) => format!("      {name}={}\n", constant(&field.value)),
    }
}

fn member(key: &str, value: &str) -> String {
    if key == value { key.to_owned() } else { format!("{}: {value}", written_key(key)) }
}

/// A key as an object has it.
fn written_key(key: &str) -> String {
    let is_plain = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$')
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$');
    if is_plain { key.to_owned() } else { literal(&Json::from(key), 0) }
}

/// A choice is part of the structure: each of its names has a line of its own.
fn branches(name: &str, spec: &ParamSpec) -> String {
    let ParamType::Choice(names) = &spec.kind else { return String::new() };
    let mut lines = String::new();
    for (at, chosen) in names.iter().enumerate() {
        let tag = match at {
            0 => format!("<% if {} == \"{chosen}\" %>", spec.name),
            at if at + 1 == names.len() => "<% else %>".to_owned(),
            _ => format!("<% elif {} == \"{chosen}\" %>", spec.name),
        };
        let _ = writeln!(lines, "{tag}\n      {name}=\"{chosen}\"");
    }
    lines + "<% endif %>\n"
}

fn constant(value: &Json) -> String {
    match value {
        Json::String(text) if !text.contains(['"', '\\', '&', '{', '<', '\n', '\r']) => {
            format!("\"{text}\"")
        }
        value => format!("{{{}}}", literal(value, INDENT)),
    }
}

/// The type of a value, as TypeScript infers it.
fn type_of(value: &Json) -> String {
    match value {
        Json::Null => "null".to_owned(),
        Json::Bool(_) => "boolean".to_owned(),
        Json::Number(_) => "number".to_owned(),
        Json::String(_) => "string".to_owned(),
        Json::Array(items) => {
            let mut types: Vec<String> = items.iter().map(type_of).collect();
            types.sort();
            types.dedup();
            match &types[..] {
                [] => "never[]".to_owned(),
                [one] => format!("{one}[]"),
                several => format!("({})[]", several.join(" | ")),
            }
        }
        Json::Object(members) => object_type(members),
    }
}

fn object_type(members: &Map<String, Json>) -> String {
    format!("{{{}}}", member_types(members).join("; "))
}

fn member_types(members: &Map<String, Json>) -> Vec<String> {
    members.iter().map(|(key, value)| format!("{}: {}", written_key(key), type_of(value))).collect()
}

/// The most columns of a type behind `type Props = `.
const TYPE_WIDTH: usize = 85;

/// The type of a scene's data, a line for each member where they do not fit in one.
fn props_type(fields: &[Field]) -> String {
    let members = member_types(&fields.iter().map(|field| (field.prop.clone(), field.value.clone())).collect());
    let line = format!("{{{}}}", members.join("; "));
    if line.chars().count() <= TYPE_WIDTH { line } else { format!("{{\n  {};\n}}", members.join(";\n  ")) }
}
