//! What code reads of its data, so that a scene holds no data that nothing reads.

use std::collections::{BTreeMap, BTreeSet};

use oxc::ast::AstKind;
use oxc::ast::ast::{BindingPattern, Expression, ObjectPattern, TSType, TSTypeName};
use oxc::span::GetSpan;

use super::parse::Reading;
use super::prune::Item;

/// The members that code reads, by the last name of what they are read from: `props.palette.text` reads `palette`
/// of `props` and `text` of `palette`. Taking apart says the same: `const {text} = palette`, or a parameter
/// `{text}: Palette` or `{text}: Props['palette']`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Reads(BTreeMap<String, BTreeSet<String>>);

/// Stands for any member: `palette[name]`.
const ANY: &str = "*";

impl Reads {
    /// What the items read.
    pub(super) fn of(reading: &Reading<'_>, items: &[Item<'_>]) -> Self {
        let mut reads = Self::default();
        for node in reading.nodes().iter() {
            let kind = node.kind();
            if items.iter().any(|item| item.covers(kind.span().start)) {
                reads.add(&kind);
            }
        }
        reads
    }

    /// Whether the code reads a member of what ends in the name `owner`.
    pub(super) fn has(&self, owner: &str, member: &str) -> bool {
        self.0.get(owner).is_some_and(|members| members.contains(member) || members.contains(ANY))
    }

    fn add(&mut self, kind: &AstKind<'_>) {
        match kind {
            AstKind::StaticMemberExpression(member) => self.insert(last_name(&member.object), &member.property.name),
            AstKind::ComputedMemberExpression(member) => self.insert(last_name(&member.object), ANY),
            AstKind::VariableDeclarator(variable) => {
                self.take_apart(&variable.id, variable.init.as_ref().and_then(last_name));
            }
            AstKind::FormalParameter(parameter) => {
                let annotation = parameter.type_annotation.as_ref();
                self.take_apart(&parameter.pattern, annotation.and_then(|t| type_name(&t.type_annotation)));
            }
            _ => {}
        }
    }

    fn insert(&mut self, owner: Option<String>, member: &str) {
        if let Some(owner) = owner {
            self.0.entry(owner).or_default().insert(member.to_owned());
        }
    }

    fn take_apart(&mut self, pattern: &BindingPattern<'_>, owner: Option<String>) {
        if let (BindingPattern::ObjectPattern(pattern), Some(owner)) = (pattern, owner) {
            self.take_members(pattern, &owner);
        }
    }

    fn take_members(&mut self, pattern: &ObjectPattern<'_>, owner: &str) {
        for property in &pattern.properties {
            let Some(key) = property.key.static_name() else { continue };
            self.insert(Some(owner.to_owned()), &key);
            self.take_apart(&property.value, Some(key.to_string()));
        }
    }
}

fn last_name(expression: &Expression<'_>) -> Option<String> {
    match expression.get_inner_expression() {
        Expression::Identifier(identifier) => Some(identifier.name.to_string()),
        Expression::StaticMemberExpression(member) => Some(member.property.name.to_string()),
        _ => None,
    }
}

/// The name that values of a type usually have: `props` of `Props & {…}`, `palette` of `Props['palette']`.
fn type_name(annotation: &TSType<'_>) -> Option<String> {
    match annotation {
        TSType::TSTypeReference(reference) => match &reference.type_name {
            TSTypeName::IdentifierReference(name) => Some(lower_first(&name.name)),
            _ => None,
        },
        TSType::TSIntersectionType(both) => both.types.iter().find_map(type_name),
        TSType::TSIndexedAccessType(part) => match &part.index_type {
            TSType::TSLiteralType(literal) => match &literal.literal {
                oxc::ast::ast::TSLiteral::StringLiteral(name) => Some(name.value.to_string()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::super::parse::{Undeclared, read};
    use super::super::prune::used_items;
    use super::*;
    use crate::diagnostic::Source;

    #[test]
    fn what_is_read_of_what() {
        for (code, owner, member, expected) in [
            ("export const a = (props: Props) => props.palette.text;", "palette", "text", true),
            ("export const a = (props: Props) => props.palette.text;", "props", "palette", true),
            ("export const a = (props: Props) => props.palette.text;", "props", "text", false),
            ("export const a = ({palette: {text}}: Props) => text;", "palette", "text", true),
            ("export const a = ({size: big}: Props & {x: number}) => big;", "props", "size", true),
            ("export const a = ({entrance}: Props['motion']) => entrance;", "motion", "entrance", true),
            ("export const a = ({entrance}: Motion) => entrance;", "motion", "entrance", true),
            ("export const a = (p: Props) => { const {text} = p.palette; return text; };", "palette", "text", true),
            ("export const a = (palette: Palette, name: string) => palette[name];", "palette", "glow", true),
            ("export const a = {size: 1};", "props", "size", false),
            ("const unused = (props: Props) => props.size; export const a = 1;", "props", "size", false),
        ] {
            let source = Source::new("scene.tsx", code);
            let found = read(&source, Undeclared::Global, |reading| {
                Reads::of(reading, &used_items(reading)).has(owner, member)
            });
            assert_eq!(found.ok(), Some(expected), "{code}: `{member}` of `{owner}`");
        }
    }
}
