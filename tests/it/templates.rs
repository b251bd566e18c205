//! The promises of templates, over all templates that are built in.

use std::sync::atomic::{AtomicUsize, Ordering};

use firstframe::assets::Assets;
use firstframe::diagnostic::Diagnostic;
use firstframe::error::{Error, Result};
use firstframe::template::{Library, Manifest, Options, ParamSpec, ParamType, Rendered, cases};
use firstframe::tsx;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use serde_json::{Map, Value, json};

/// A failure as people read it.
#[derive(PartialEq)]
struct Told(String);

type Outcome<T = ()> = std::result::Result<T, Told>;

impl std::fmt::Debug for Told {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<Error> for Told {
    fn from(error: Error) -> Self {
        let shown: Vec<String> = error.diagnostics().iter().map(Diagnostic::to_string).collect();
        Self(format!("{error}\n{}", shown.join("\n")))
    }
}

fn library() -> Outcome<Library> {
    Ok(Library::load(&Assets::embedded())?)
}

#[test]
fn no_template_has_a_mistake() -> Outcome {
    Ok(library()?.check_all()?)
}

#[test]
fn every_case_is_rendered_and_its_data_comes_back() -> Outcome {
    let library = library()?;
    for case in library.manifests().flat_map(cases) {
        let rendered = library.render(&case.fit, Options::default())?;
        assert_eq!(tsx::default_props(rendered.scene.code())?, rendered.props, "{}", case.name);
        assert!(rendered.notes.is_empty(), "{}: {:?}", case.name, rendered.notes);
    }
    Ok(())
}

#[test]
fn what_is_missing_is_told() -> Outcome {
    let library = library()?;
    for manifest in library.manifests() {
        let rendered = library.render(&library.fit(&manifest.id, &Map::new())?, Options::default())?;
        let told: Vec<_> = rendered.notes.into_iter().filter_map(|note| note.param).collect();
        let required = manifest.params().iter().filter(|spec| spec.required);
        for spec in required {
            assert!(told.contains(&spec.name.to_string()), "{} of {}", spec.name, manifest.id);
        }
    }
    Ok(())
}

/// How many values go through every template, unless the environment says more.
const VALUES: usize = 1_000;
const MORE_VALUES: &str = "FIRSTFRAME_VALUES";

/// No text can change the shape of the code: whatever the values are, the syntax tree is the same but for the data, and
/// the data comes back as it went in.
#[test]
fn no_value_changes_the_shape_of_the_code() -> Outcome {
    let library = library()?;
    std::thread::scope(|scope| {
        let threads: Vec<_> = library.manifests().map(|one| scope.spawn(|| try_values(&library, one))).collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| Err(Told("a test panicked".into()))))
    })
}

fn try_values(library: &Library, manifest: &Manifest) -> Outcome {
    let plain = render(library, manifest, &plain_content(manifest))?;
    let shape = tsx::shape(plain.scene.code())?;
    let wanted = std::env::var(MORE_VALUES).ok().and_then(|count| count.parse().ok()).unwrap_or(VALUES);
    let mut tried = 0;
    while tried < wanted {
        let seen = AtomicUsize::new(0);
        let outcome = TestRunner::new(ProptestConfig::with_cases(200)).run(&content(manifest), |content| {
            seen.fetch_add(content.values().map(leaves).sum(), Ordering::Relaxed);
            let rendered = render(library, manifest, &content).map_err(failed)?;
            prop_assert_eq!(tsx::shape(rendered.scene.code()).map_err(failed)?, shape);
            prop_assert_eq!(tsx::default_props(rendered.scene.code()).map_err(failed)?, rendered.props);
            Ok(())
        });
        assert_eq!(outcome.map_err(|error| error.to_string()), Ok(()), "{}", manifest.id);
        tried += seen.into_inner();
    }
    Ok(())
}

/// How many texts and numbers a value has.
fn leaves(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(leaves).sum(),
        Value::Object(entries) => entries.values().map(leaves).sum(),
        _ => 1,
    }
}

fn failed(error: Error) -> TestCaseError {
    TestCaseError::fail(Told::from(error).0)
}

fn render(library: &Library, manifest: &Manifest, content: &Map<String, Value>) -> Result<Rendered> {
    library.render(&library.fit(&manifest.id, content)?, Options::default())
}

/// Content parameters: choices belong to the structure.
fn own(manifest: &Manifest) -> impl Iterator<Item = &ParamSpec> {
    manifest.params().iter().filter(|spec| !spec.is_structure())
}

fn plain_content(manifest: &Manifest) -> Map<String, Value> {
    let values = own(manifest).map(|spec| (spec.name.to_string(), plain(spec)));
    values
        .chain([("font".to_owned(), json!("Inter")), ("logo".to_owned(), json!("a.png"))])
        .filter(|(name, _)| !manifest.is_without(name))
        .collect()
}

fn plain(spec: &ParamSpec) -> Value {
    let items = (*spec.range.start()).max(2.0) as usize;
    match &spec.kind {
        ParamType::List => vec!["a"; items].into(),
        ParamType::Series => vec![json!({"label": "a", "value": 1}); items].into(),
        ParamType::Number | ParamType::Percent | ParamType::Seconds | ParamType::Factor(_) => {
            1.0_f64.clamp(*spec.range.start(), *spec.range.end()).into()
        }
        ParamType::Colour => "red".into(),
        _ => "a".into(),
    }
}

fn content(manifest: &Manifest) -> BoxedStrategy<Map<String, Value>> {
    let logo = "\\S{1,20}".prop_map(Value::from).boxed();
    let own = own(manifest).map(|spec| (spec.name.to_string(), value(spec)));
    let all = own.chain([("font".to_owned(), text()), ("logo".to_owned(), logo)]);
    let all: Vec<(String, BoxedStrategy<Value>)> = all.filter(|(name, _)| !manifest.is_without(name)).collect();
    let (names, values): (Vec<String>, Vec<_>) = all.into_iter().unzip();
    values.prop_map(move |values| names.iter().cloned().zip(values).collect()).boxed()
}

fn value(spec: &ParamSpec) -> BoxedStrategy<Value> {
    let items = (*spec.range.start()).max(1.0) as usize..=(*spec.range.end()).min(9.0) as usize;
    let point = (any::<String>(), prop_oneof![text(), number(-1e12..1e12)])
        .prop_map(|(label, value)| json!({"label": label, "value": value}));
    match &spec.kind {
        ParamType::List => prop::collection::vec(text(), items).prop_map(Value::from).boxed(),
        ParamType::Series => prop::collection::vec(point, items).prop_map(Value::from).boxed(),
        ParamType::Number | ParamType::Percent | ParamType::Seconds | ParamType::Factor(_) => {
            number(spec.range.start().max(-1e12)..spec.range.end().min(1e12))
        }
        ParamType::Colour => any::<[u8; 3]>().prop_map(|[r, g, b]| format!("#{r:02x}{g:02x}{b:02x}").into()).boxed(),
        ParamType::Url | ParamType::Image | ParamType::Handle => "\\S{1,40}".prop_map(Value::from).boxed(),
        _ => text(),
    }
}

fn number(range: std::ops::Range<f64>) -> BoxedStrategy<Value> {
    range.prop_map(Value::from).boxed()
}

/// Any Unicode, with what could end a literal, a tag or a comment more often than by chance.
fn text() -> BoxedStrategy<Value> {
    let nasty = prop::sample::select(vec![
        "'",
        "\"",
        "`",
        "\\",
        "${x}",
        "</script>",
        "<% if x %>",
        "{= props =}",
        "*/",
        "//",
        "\n",
        "\r",
        "\u{2028}",
        "\u{0}",
        "__META__",
        "__PROPS__",
        "{",
        "}",
        "\u{feff}",
        "\u{202e}",
    ]);
    let nasty = prop::collection::vec(nasty, 0..4).prop_map(|parts| parts.concat());
    (any::<String>(), nasty, any::<String>())
        .prop_map(|(before, middle, after)| format!("{before}{middle}{after}"))
        .prop_filter("blank", |text| !text.trim().is_empty())
        .prop_map(Value::from)
        .boxed()
}
