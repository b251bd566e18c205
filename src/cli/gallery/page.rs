//! The page of the gallery: what it says of each template, and its HTML.

use serde::Serialize;
use tera::{Context, Tera};

use super::SIZE;
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::Pattern;
use crate::template::{Category, Manifest, ParamSpec, ParamType, common_params};
use crate::value::Value;

/// Tera escapes values in templates whose names end so. Ids of the page itself have an underscore, which no template's has.
const NAME: &str = "page.html";

/// A template on the page.
pub(super) struct Shown<'e> {
    pub(super) manifest: &'e Manifest,
    /// Where its preview lies, seen from the page, without the ending; nothing if it could not be made.
    pub(super) preview: Option<String>,
}

#[derive(Serialize)]
struct Page<'e> {
    count: usize,
    width: u32,
    height: u32,
    groups: Vec<Group<'e>>,
    common: Vec<Row<'e>>,
}

#[derive(Serialize)]
struct Group<'e> {
    id: &'static str,
    heading: &'static str,
    cards: Vec<Card<'e>>,
}

#[derive(Serialize)]
struct Card<'e> {
    id: &'e str,
    name: &'e str,
    shows: &'e str,
    looks: u32,
    seconds: String,
    preview: Option<&'e str>,
    params: Vec<Row<'e>>,
    without: Vec<&'e str>,
    examples: Vec<&'e str>,
}

#[derive(Serialize)]
struct Row<'e> {
    name: &'e str,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'e str,
    required: bool,
    names: Vec<&'e str>,
    default: Option<&'e str>,
}

/// The page as HTML, with the templates grouped by category.
pub(super) fn page(engine: &Engine, shown: &[Shown<'_>]) -> Result<String> {
    let categories =
        [Category::Text, Category::Data, Category::Brand, Category::Interface, Category::Media, Category::Background];
    let groups = categories.into_iter().map(|category| Group::of(engine, category, shown));
    let groups = groups.filter(|group| !group.cards.is_empty()).collect();
    let common = common_params().iter().map(Row::of).collect();
    let (width, height) = SIZE;
    write(&Page { count: shown.len(), width, height, groups, common })
        .map_err(|error| Error::new(ErrorKind::File, "the page of the gallery cannot be written").because(error))
}

fn write(page: &Page<'_>) -> std::result::Result<String, tera::Error> {
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    tera.add_raw_template(NAME, include_str!("page.html"))?;
    tera.render(NAME, &Context::from_serialize(page)?)
}

impl<'e> Group<'e> {
    fn of(engine: &'e Engine, category: Category, shown: &'e [Shown<'_>]) -> Self {
        let own = shown.iter().filter(|shown| shown.manifest.category == category);
        let cards = own.map(|shown| Card::of(engine, shown)).collect();
        Self { id: category.name(), heading: heading(category), cards }
    }
}

/// What people call a category.
fn heading(category: Category) -> &'static str {
    match category {
        Category::Text => "Words",
        Category::Data => "Figures",
        Category::Brand => "Products and brands",
        Category::Interface => "Screens",
        Category::Media => "Pictures",
        Category::Background => "Grounds and effects",
    }
}

impl<'e> Card<'e> {
    fn of(engine: &'e Engine, shown: &'e Shown<'_>) -> Self {
        let Manifest { id, name, shows, duration, variants, .. } = shown.manifest;
        let common = common_params().iter().map(|spec| spec.name.as_ref());
        let examples = engine.patterns().of(id).flat_map(Pattern::examples);
        Self {
            id,
            name,
            shows,
            looks: *variants,
            seconds: duration.to_string(),
            preview: shown.preview.as_deref(),
            params: shown.manifest.params().iter().map(Row::of).collect(),
            without: common.filter(|name| shown.manifest.is_without(name)).collect(),
            examples: examples.map(|example| example.say.as_str()).collect(),
        }
    }
}

impl<'e> Row<'e> {
    fn of(spec: &'e ParamSpec) -> Self {
        let names = match &spec.kind {
            ParamType::Choice(names) => names.iter().map(AsRef::as_ref).collect(),
            ParamType::Factor(names) => names.iter().map(|(name, _)| name.as_ref()).collect(),
            _ => Vec::new(),
        };
        let default = if let Some(Value::Text(text)) = &spec.default { Some(text.as_str()) } else { None };
        Self { name: &spec.name, kind: spec.kind.name(), label: &spec.label, required: spec.required, names, default }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    fn page_of(ids: &[&str], assets: &Assets) -> Result<String> {
        let engine = Engine::load(assets)?;
        let manifests = engine.library().manifests().filter(|manifest| ids.contains(&manifest.id.as_str()));
        let shown: Vec<_> = manifests
            .map(|manifest| Shown { manifest, preview: Some(format!("previews/{}-1", manifest.id)) })
            .collect();
        page(&engine, &shown)
    }

    fn between<'p>(page: &'p str, start: &str, end: &str) -> Option<&'p str> {
        let from = page.find(start)?;
        Some(&page[from..from + page[from..].find(end)? + end.len()])
    }

    #[test]
    fn a_card_says_everything_of_its_template() -> Result<()> {
        let page = page_of(&["title-card", "bar-chart"], &Assets::embedded())?;
        insta::assert_snapshot!(between(&page, "<!doctype html>", "</head>").unwrap_or_default());
        insta::assert_snapshot!(between(&page, "<li class=\"card\" id=\"bar-chart\"", "\n</li>").unwrap_or_default());
        Ok(())
    }

    #[test]
    fn what_authors_write_is_text_and_never_markup() -> Result<()> {
        let manifest = "\
id: greeting
name: Greeting <b>
category: text
shows: a \"greeting\" <script>alert(1)</script>
component: Greeting
duration: 4
variants: 1
main: title
motion: {entrance: 0.9, stagger: 0.1, exit: 0.4}
params:
  title: {type: text, required: true, sample: Hello, label: <i>title</i>}
without: []
";
        let scene = "export default function Greeting() {\n  return null;\n}\n";
        let assets = Assets::from_texts([
            ("templates/greeting/template.yaml", manifest),
            ("templates/greeting/scene.tsx", scene),
        ]);
        let page = page_of(&["greeting"], &assets)?;
        let card = between(&page, "<li class=\"card\"", "\n</li>").unwrap_or_default();
        assert!(card.contains("Greeting &lt;b&gt;") && card.contains("&lt;script&gt;"), "{card}");
        assert!(!card.contains("<b>") && !card.contains("<script") && !card.contains("<i>"), "{card}");
        Ok(())
    }

    #[test]
    fn a_template_without_a_preview_still_has_its_card() -> Result<()> {
        let engine = Engine::embedded()?;
        let manifests = engine.library().manifests().filter(|manifest| manifest.id == "chat");
        let shown: Vec<_> = manifests.map(|manifest| Shown { manifest, preview: None }).collect();
        let page = page(&engine, &shown)?;
        assert!(page.contains("No preview") && !page.contains("<img"));
        Ok(())
    }
}
