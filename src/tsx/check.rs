//! The way from a text to a scene, and from a scene to its data.

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Source};
use crate::error::{Error, ErrorKind, Result};

use super::data::{self, NotData, exported};
use super::parse::{Reading, read_foreign};
use super::rules;
use super::scene::Scene;

/// Takes the text of a whole scene, with its import lines.
///
/// # Errors
/// [`ErrorKind::Scene`] with everything that is wrong: what does not parse, or else all rules of the language and of
/// scenes that it breaks, in order of the text.
pub fn check(source: &Source) -> Result<Scene> {
    let judged = read_foreign(source, judge);
    let refused = |judged: Vec<Judged>| judged.into_iter().map(|(_, diagnostic)| diagnostic).collect();
    judged.and_then(|scene| scene.map_err(refused)).map_err(|diagnostics| refusal(source, diagnostics))
}

/// What is wrong, with the id of the rule that is broken.
pub(super) type Judged = (&'static str, Diagnostic);

/// The scene that a reading of a whole text is.
///
/// # Errors
/// All rules that it breaks, in order of the text.
pub(super) fn judge(reading: &Reading<'_>) -> Result<Scene, Vec<Judged>> {
    let judged = rules::judged(reading);
    if judged.is_empty() { Ok(Scene::new(reading.text().to_owned(), read_meta(reading))) } else { Err(judged) }
}

/// The size and the length that a scene says of itself, whether it keeps all rules or not; nothing if it says none, or
/// does not parse.
pub fn meta(code: &str) -> Option<super::Meta> {
    read_foreign(&Source::new("scene.tsx", code), read_meta).ok().flatten()
}

/// The data of a scene: what the literal of `export const defaultProps` means.
///
/// # Errors
/// [`ErrorKind::Scene`] if the code does not parse, has no such export, or has more in it than plain data.
pub fn default_props(code: &str) -> Result<Value> {
    let source = Source::new("scene.tsx", code);
    let read = read_foreign(&source, |reading| {
        let value = exported(reading.program(), "defaultProps");
        let value = value.ok_or_else(|| source.diagnose(0..0, "there is no `export const defaultProps`"))?;
        data::value(value).map_err(|fault| diagnose(&source, fault))
    });
    read.and_then(|value| value.map_err(|fault| vec![fault])).map_err(|faults| refusal(&source, faults))
}

fn read_meta(reading: &Reading<'_>) -> Option<super::Meta> {
    data::meta(&data::value(exported(reading.program(), "meta")?).ok()?)
}

/// A place where data was expected and something else stands.
pub(super) fn diagnose(source: &Source, fault: NotData) -> Diagnostic {
    let span = fault.span.start as usize..fault.span.end as usize;
    let message = format!("expected plain data, found {}", fault.why);
    source
        .diagnose(span, message)
        .help("only objects, arrays, texts, numbers, `true`, `false` and `null` can stand here")
}

/// The error about a text that is not a scene.
pub(super) fn refusal(source: &Source, diagnostics: Vec<Diagnostic>) -> Error {
    let message = format!("`{}` is not an acceptable scene: mend what is marked", source.name());
    Error::new(ErrorKind::Scene, message).with_diagnostics(diagnostics)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tsx::{Form, Meta, Skeleton, literal, shape};
    use proptest::prelude::*;

    const STRUCTURE: &str = "\
export const meta = __META__;

export const defaultProps: unknown = __PROPS__;

export default function Nothing() {
  return null;
}
";

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            any::<i32>().prop_map(Value::from),
            any::<f64>().prop_filter_map("finite", |float| (float.fract() != 0.0).then(|| Value::from(float))),
            any::<String>().prop_map(Value::String),
            "[a-z'\"\\\\ \u{202e}\u{2028}é日]{0,120}".prop_map(Value::String),
        ];
        leaf.prop_recursive(4, 64, 8, |inner| {
            let key = prop_oneof![any::<String>(), "[a-zA-Z_$]{1,12}", Just("__proto__".to_owned())];
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(Value::Array),
                prop::collection::vec((key, inner), 0..8)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    #[test]
    fn no_nesting_exhausts_the_stack() {
        for (open, close) in
            [("(", ")"), ("[", "]"), ("<b>", "</b>"), ("`${", "}`"), ("1?1:", ""), ("!", ""), ("{", "}")]
        {
            let code =
                format!("export default function A() {{ return {}1{}; }}", open.repeat(9999), close.repeat(9999));
            assert!(
                check(&Source::new("deep.tsx", code)).is_err_and(|error| !error.diagnostics().is_empty())
                    || open != "{",
                "{open}"
            );
        }
        let long = format!("// {}", "a".repeat(300_000));
        let error = check(&Source::new("long.tsx", long)).map_err(|error| error.diagnostics()[0].message().to_owned());
        assert_eq!(error.err().as_deref(), Some("the text has 300003 bytes, and a scene has at most 262144"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn a_literal_reads_back_as_its_value(value in values()) {
            let code = format!("export const defaultProps = {};\n", literal(&value, 0));
            prop_assert_eq!(default_props(&code).map_err(|error| error.diagnostics().to_vec()), Ok(value));
        }

        #[test]
        fn any_text_is_a_scene_or_has_diagnostics(parts in prop::collection::vec(prop_oneof![
            prop::sample::select(vec![
                "export default ", "function A", "() ", "{", "}", "(", ")", "[", "]", "<b>", "</b>", "=> ", "const a = ", ";",
                "interpolate", "spring", "import ", " from 'remotion'", "`${", "}`", "...", "type ", "?", ":", "'", "\n",
                "window.Remotion", "meta", "= {id: 'a'}", ".constructor", "@", "/*", "*/", "//", "1", "é", "\u{2028}",
            ]).prop_map(str::to_owned),
            any::<String>(),
        ], 0..24)) {
            let text = parts.concat();
            let explained = check(&Source::new("any.tsx", text)).map_or_else(|error| !error.to_string().is_empty() && error.diagnostics().iter().all(|diagnostic| diagnostic.message() != "the text could not be read"), |_| true);
            prop_assert!(explained);
        }

        #[test]
        fn no_data_changes_the_shape(props in values(), id: String, number: u32) {
            let skeleton = Skeleton::new(&Source::new("nothing.tsx", STRUCTURE), Form::Module);
            let meta = Meta { id, duration_in_frames: number, fps: 30, width: 1920, height: 1080 };
            let plain = Meta { id: "a".into(), duration_in_frames: 1, fps: 1, width: 1, height: 1 };
            let shapes = skeleton.and_then(|skeleton| {
                let filled = skeleton.fill(&meta, &props);
                Ok((shape(filled.code())?, shape(skeleton.fill(&plain, &Value::Null).code())?))
            });
            prop_assert!(shapes.is_ok_and(|(filled, plain)| filled == plain));
        }
    }
}
