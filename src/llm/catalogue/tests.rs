//! The file that is built in, and files with mistakes.

use super::super::{Hedging, Models};
use super::{Catalogue, Role};
use crate::assets::embedded_models;
use crate::diagnostic::{Diagnostic, Source};

fn read(text: &str) -> Result<Catalogue, String> {
    let source = Source::new("models.yaml", text);
    Catalogue::read(&source)
        .map_err(|mistakes| mistakes.iter().map(Diagnostic::to_string).collect::<Vec<_>>().join("\n"))
}

#[test]
fn what_is_built_in_is_in_order() {
    let told = |mistakes: Vec<Diagnostic>| mistakes.iter().map(Diagnostic::to_string).collect::<String>();
    let catalogue = Catalogue::read(&embedded_models()).map_err(told).expect("no mistakes");
    let local = |url: &str| (url == "FIRSTFRAME_LOCAL_URL").then(|| "http://127.0.0.1:1/v1".to_owned());
    let key = |name: &str| name.ends_with("_KEY").then(|| "sk-0123456789".to_owned());
    for role in Role::ALL {
        let spec = catalogue.role(role).expect("every role");
        assert_eq!(spec.role, role);
        assert!(spec.models.iter().all(|model| model.price.is_some() && catalogue.provider(model).is_some()));
        for (variables, count) in [(&local as &dyn Fn(&str) -> Option<String>, 1), (&key, 2)] {
            let models = Models::new(&catalogue, Hedging::On, variables);
            assert!(models.role(role).is_ok());
            let ready = |models: &Models| {
                models.roles()[role as usize].candidates.iter().filter(|one| one.single.is_ok()).count()
            };
            assert_eq!(ready(&models), count, "each role has a model of every provider");
        }
    }
}

#[test]
fn without_keys_it_is_said_what_to_set() {
    let catalogue = Catalogue::read(&embedded_models()).expect("no mistakes");
    let models = Models::new(&catalogue, Hedging::On, |_| None);
    insta::assert_snapshot!(models.role(Role::Code).expect_err("no key"), @"no model is set for `code`: set `ANTHROPIC_API_KEY` or `OPENAI_API_KEY` or `FIRSTFRAME_LOCAL_URL`, or name another file of models with `FIRSTFRAME_MODELS`");
    let odd =
        Models::new(&catalogue, Hedging::On, |name| (name == "OPENAI_API_KEY").then(|| "sk-\u{e9}secret".to_owned()));
    let missing = odd.roles()[0].candidates[1].single.as_ref().expect_err("no key");
    insta::assert_snapshot!(missing.message, @"`OPENAI_API_KEY`: expected a key of letters, digits and signs, and it has other characters in it");
    let far = Models::new(&catalogue, Hedging::On, |name| {
        Some(if name == "OPENAI_BASE_URL" { "http://me:secret@a.b" } else { "sk-0123456789" }.to_owned())
    });
    let missing = far.roles()[0].candidates[1].single.as_ref().expect_err("no address");
    insta::assert_snapshot!(missing.message, @"`OPENAI_BASE_URL`: expected an address such as `https://api.example.com/v1`, without a name or a password in it: use `key`");
}

#[test]
fn mistakes_are_told_all_at_once_at_their_places() {
    let text = "\
providers:
  a: {kind: opanai, url: \"https://a.b\", key: sk-secret-0123456789}
  b: {kind: openai}
  c: {kind: openai, url: \"http://me:pass@c.d/?x\", connect: 0}
models:
  m: {provider: aa, model: x, price: {input: -1}, structured: json, extra: {stream: true}}
  n: {provider: c, model: '', takes_temperature: 1, max_tokens_as: tokens, prize: 1}
roles:
  fill: {use: [], max_tokens: 0, first_token: 1, idle: 1}
  brain: {use: [n, q], max_tokens: 10, temperature: 3, first_token: 1s, idle: 1, total: 1, tries: 0}
  coding: {}
";
    let told = read(text).expect_err("mistakes");
    assert!(!told.contains("secret"), "{told}");
    insta::assert_snapshot!(told);
}

#[test]
fn keys_in_files_are_never_shown() {
    for text in [
        "providers:\n  a: {kind: openai, key: \"sk-secret\", kind: openai}\n",
        "providers:\n  a:\n    key:\n      sk-secret\n    key: sk-secret-2\n",
        "providers:\n  a:\n    api_key: 'sk-secret'\n",
        "key: sk-secret: [\n",
        "\"key\": \"sk-secret\"\n",
    ] {
        let told = read(text).expect_err("mistakes");
        assert!(!told.contains("secret"), "{told}");
    }
    let told = read("providers:\n  a: {kind: x, url: 'https://me:secret@a.b'}\n").expect_err("mistakes");
    assert!(!told.contains("secret") && told.contains("https://*********@a.b"), "{told}");
}
