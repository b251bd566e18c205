//! The library that is built in: every template, every pattern, every example and reject.

use firstframe::assets::Assets;
use firstframe::engine::{Engine, proof};
use firstframe::error::Error;
use firstframe::pattern::Pattern;
use firstframe::request::Request;

#[test]
fn templates_are_in_order() -> Result<(), Error> {
    Engine::load(&Assets::embedded())?.library().check_all()
}

#[test]
fn examples_are_served_and_rejects_are_left_alone() -> Result<(), Error> {
    let engine = Engine::load(&Assets::embedded())?;
    let proof = proof::prove(&engine)?;
    let failures: Vec<String> = proof.failures().map(ToString::to_string).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    assert!(proof.examples() >= 3 * engine.library().manifests().count(), "a template has fewer than three examples");
    Ok(())
}

#[test]
fn every_template_has_a_pattern() -> Result<(), Error> {
    let engine = Engine::load(&Assets::embedded())?;
    let without = engine.library().manifests().filter(|manifest| engine.patterns().of(&manifest.id).next().is_none());
    let ids: Vec<&str> = without.map(|manifest| manifest.id.as_str()).collect();
    assert!(ids.is_empty(), "no pattern serves {}", ids.join(", "));
    Ok(())
}

/// What the build has packed says the same as the texts that authors wrote.
#[test]
fn packed_files_decide_as_their_texts_do() -> Result<(), Error> {
    let (packed, texts) = (Engine::load(&Assets::embedded())?, Engine::load(&Assets::embedded().unpacked())?);
    assert!(packed.library().manifests().eq(texts.library().manifests()));
    assert!(packed.patterns().names().eq(texts.patterns().names()));
    let says = |pattern: &Pattern| -> Vec<String> {
        let examples = pattern.examples().iter().map(|example| example.say.clone());
        examples.chain(pattern.rejects().iter().map(|reject| reject.say.clone())).collect()
    };
    for say in packed.patterns().patterns().iter().flat_map(says) {
        let request = Request::new(&say)?;
        let decide = |engine: &Engine| format!("{:?}", engine.route(&request));
        assert_eq!(decide(&packed), decide(&texts), "{say}");
    }
    Ok(())
}
