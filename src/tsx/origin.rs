//! Which declared names stand for exports of packages: by import lines, or by taking them from `window`.

use oxc::ast::ast::{
    BindingPattern, BindingProperty, Expression, ImportDeclaration, ImportDeclarationSpecifier, Program, Statement,
    VariableDeclarator,
};
use oxc::semantic::SymbolId;

use super::exports::{self, Export, Package};

/// The symbols of a text that stand for exports. Scenes have a dozen, so a list serves.
#[derive(Debug, Default)]
pub(super) struct Origins {
    exports: Vec<(SymbolId, Export)>,
}

impl Origins {
    /// Reads the import lines and lines such as `const {useState} = window.React;`.
    pub(super) fn of(program: &Program<'_>) -> Self {
        let mut origins = Self::default();
        for statement in &program.body {
            match statement {
                Statement::ImportDeclaration(import) => origins.add_import(import),
                Statement::VariableDeclaration(variables) => {
                    variables.declarations.iter().for_each(|variable| origins.add_variable(variable));
                }
                _ => {}
            }
        }
        origins
    }

    /// The export that a symbol stands for.
    pub(super) fn export(&self, symbol: SymbolId) -> Option<Export> {
        self.exports.iter().find(|(known, _)| *known == symbol).map(|(_, export)| *export)
    }

    fn add_import(&mut self, import: &ImportDeclaration<'_>) {
        let Some(package) = exports::package(&import.source.value) else { return };
        for specifier in import.specifiers.iter().flatten() {
            if let ImportDeclarationSpecifier::ImportSpecifier(specifier) = specifier {
                self.add(specifier.local.symbol_id.get(), package.export(&specifier.imported.name()));
            }
        }
    }

    fn add_variable(&mut self, variable: &VariableDeclarator<'_>) {
        let Some(global) = variable.init.as_ref().and_then(window_property) else { return };
        let BindingPattern::ObjectPattern(pattern) = &variable.id else { return };
        for property in &pattern.properties {
            self.add_property(global, property);
        }
    }

    fn add_property(&mut self, global: &str, property: &BindingProperty<'_>) {
        let Some(name) = property.key.static_name() else { return };
        let export = exports::packages_on_window(global).find_map(|package: &'static Package| package.export(&name));
        let local = property.value.get_binding_identifier();
        self.add(local.and_then(|local| local.symbol_id.get()), export);
    }

    fn add(&mut self, symbol: Option<SymbolId>, export: Option<Export>) {
        self.exports.extend(symbol.zip(export));
    }
}

/// The `Remotion` of `window.Remotion`, if that is what it is and a package is kept there.
pub(super) fn window_property<'a>(expression: &Expression<'a>) -> Option<&'a str> {
    let Expression::StaticMemberExpression(member) = expression.get_inner_expression() else { return None };
    let known = exports::packages_on_window(&member.property.name).next().is_some();
    (known && member.object.is_specific_id("window")).then_some(member.property.name.as_str())
}
