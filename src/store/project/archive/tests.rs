//! What is written down is read as it was, and damage is found.

use std::error::Error as StdError;

use super::*;
use crate::store::project::conformance::scene;
use crate::store::project::{Asset, ChatMessage, Intent, Speaker, Write, split};

type Tested = std::result::Result<(), Box<dyn StdError>>;

fn archive() -> Result<Archive> {
    let (name, at) = ("film \"é\"\u{2028}".trim().to_owned(), Timestamp::from_millis(5));
    let bytes = b"GIF89a-and-so-on".to_vec();
    let asset = Asset::of("logo.gif", &bytes)?;
    let mut archive = Archive { name, created: at, revisions: Vec::new(), pictures: Vec::new() };
    let changes = [
        vec![Change::Attach { asset: asset.clone() }],
        vec![Change::set("theme", Some("dark".into())), Change::set("gain", Some(0.1.into()))],
        Vec::new(),
    ];
    for change in changes {
        let state = archive.state(ProjectId::fresh())?;
        let write = Write::new(Intent::Change(change), "anna", at);
        let said = vec![ChatMessage::new(Speaker::Person, "line\nbreak")];
        archive.revisions.push(state.write(&write.saying(said), None)?.1);
    }
    archive.pictures.push((asset, bytes));
    Ok(archive)
}

fn refused(text: &str) -> String {
    Archive::parse("film.jsonl", text).map_or_else(|error| error.to_string(), |_| "it was read".to_owned())
}

#[test]
fn what_is_written_is_read() -> Tested {
    let archive = archive()?;
    assert_eq!(Archive::parse("film.jsonl", &export(&archive)?)?, archive);
    let renamed = archive.clone().renamed("other", Timestamp::from_millis(6))?;
    assert_eq!(renamed.state(ProjectId::fresh())?.project.name, "other");
    Ok(())
}

#[test]
fn every_changed_byte_is_found() -> Tested {
    let text = export(&archive()?)?;
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let Ok(changed) = String::from_utf8(bytes) else { continue };
        // A line end that becomes another white space, and a space between tokens, change nothing that is said.
        let read = Archive::parse("film.jsonl", &changed);
        assert!(read.is_err() || read.ok() == Some(archive()?), "byte {at} was changed unseen");
    }
    for end in 0..text.len() - 1 {
        let Some(cut) = text.get(..end) else { continue };
        assert_ne!(refused(cut), "it was read", "cut at byte {end}");
    }
    Ok(())
}

#[test]
fn damage_is_told_with_its_line() -> Tested {
    let text = export(&archive()?)?;
    let lines: Vec<&str> = text.lines().collect();
    let without = |gone: usize| {
        let kept = lines.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, line)| *line);
        kept.collect::<Vec<_>>().join("\n")
    };
    let foreign = "film.jsonl:1: expected a file that `firstframe project export` has written, and this is none";
    let broken = "the checksum does not hold: the file was changed or damaged here, so copy it again";
    for (text, expected) in [
        (String::new(), foreign.to_owned()),
        ("{\"a\": 1}\n".to_owned(), foreign.to_owned()),
        (without(0), format!("film.jsonl:1: {broken}")),
        (without(2), format!("film.jsonl:3: {broken}")),
        (
            without(lines.len() - 1),
            "film.jsonl:5: the file ends too early: copy it again from where it comes from".to_owned(),
        ),
        (text.replace("dark", "Dark"), format!("film.jsonl:3: {broken}")),
        (format!("{text}x\n"), "film.jsonl:7: the line is damaged: it is no record".to_owned()),
    ] {
        assert_eq!(refused(&text), format!("{expected}; nothing was imported"));
    }
    Ok(())
}

#[test]
fn the_oldest_version_is_written_that_can_say_it() -> Tested {
    let mut archive = archive()?;
    assert!(export(&archive)?.contains("\"version\":1,"));
    let (cut, _) = split(&scene("a")?, 30)?;
    let write = Write::new(Intent::Change(vec![Change::add(cut)]), "anna", Timestamp::from_millis(6));
    archive.revisions.push(archive.state(ProjectId::fresh())?.write(&write, None)?.1);
    let text = export(&archive)?;
    assert!(text.contains("\"version\":2,"), "{text}");
    assert_eq!(Archive::parse("film.jsonl", &text)?, archive);
    Ok(())
}

#[test]
fn newer_versions_are_told() {
    let mut chain = Chain::default();
    let raw = format!(
        "{{\"record\":\"header\",\"kind\":\"{KIND}\",\"version\":3,\"name\":\"a\",\"created\":\"1970-01-01T00:00:00Z\"}}"
    );
    let sum = chain.next(&raw);
    let text = format!("{{\"line\":{raw},\"sum\":\"{sum}\"}}\n");
    assert!(refused(&text).contains("of version 3, and this program reads up to 2: update firstframe"));
}
