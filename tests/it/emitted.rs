//! The code that comes out: what every example of every template becomes, and how long it is.

use std::fmt::Write;

use firstframe::assets::Assets;
use firstframe::engine::Engine;
use firstframe::error::Error;
use firstframe::pattern::Pattern;
use firstframe::request::Request;
use firstframe::template::Manifest;
use firstframe::tsx::Form;

/// Where the part of a scene ends that holds its data.
const END_OF_DATA: &str = "\ntype Props = ";

/// The code of each example's scene. Where an earlier example has the same code but for the data, the data is shown.
fn emitted(engine: &Engine, manifest: &Manifest) -> Result<String, Error> {
    let (mut shown, mut bodies) = (String::new(), Vec::<String>::new());
    for example in engine.patterns().of(&manifest.id).flat_map(Pattern::examples) {
        let decision = engine.route(&Request::new(&example.say)?);
        for fit in decision.fits() {
            let scene = engine.render(fit, Form::Module)?.scene.into_code();
            let (data, body) = scene.split_at(scene.find(END_OF_DATA).unwrap_or(scene.len()));
            let _ = writeln!(shown, "// {}\n", example.say.replace('\n', "\n// "));
            let _ = if let Some(place) = bodies.iter().position(|seen| seen == body) {
                writeln!(shown, "{data}// … as code {} above\n\n", place + 1)
            } else {
                bodies.push(body.to_owned());
                writeln!(shown, "{data}// code {}{body}\n", bodies.len())
            };
        }
    }
    Ok(shown)
}

#[test]
fn every_example_becomes_this_code() -> Result<(), Error> {
    let engine = Engine::load(&Assets::embedded())?;
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("emitted");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for manifest in engine.library().manifests() {
            insta::assert_snapshot!(manifest.id.as_str(), emitted(&engine, manifest)?);
        }
        Ok(())
    })
}

/// A scene that people want to edit can be read in one go: half of them have at most so many lines, which is the aim for
/// nine in ten. What all share takes about 75 lines of each; rich ones need more than 60 of their own.
const SHORT: usize = 160;

/// What nine in ten have at most.
const LONG: usize = 206;

#[test]
fn scenes_are_short() -> Result<(), Error> {
    let engine = Engine::load(&Assets::embedded())?;
    let mut lengths = Vec::new();
    for manifest in engine.library().manifests() {
        for example in engine.patterns().of(&manifest.id).flat_map(Pattern::examples) {
            let decision = engine.route(&Request::new(&example.say)?);
            for fit in decision.fits() {
                let lines = engine.render(fit, Form::Module)?.scene.code().lines().count();
                lengths.push((lines, format!("{lines} lines: {} for {}", fit.template(), example.say)));
            }
        }
    }
    lengths.sort();
    for (most, tenths) in [(SHORT, 5), (LONG, 1)] {
        let over: Vec<&str> =
            lengths.iter().filter(|(lines, _)| *lines > most).map(|(_, told)| told.as_str()).collect();
        let (count, all) = (over.len(), lengths.len());
        assert!(count * 10 <= all * tenths, "{count} of {all} have over {most} lines:\n{}", over.join("\n"));
    }
    Ok(())
}
