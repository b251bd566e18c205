//! Scenes that models wrote, adopted as templates with drafted patterns.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::SystemTime;

use firstframe::assets::Assets;
use firstframe::engine::adopt::{Adoption, Source, adopt};
use firstframe::store::project::{
    Change, Content, Intent, Maker, NewProject, ProjectStore, Provenance, SceneId, SceneRecord, SqliteProjects, Write,
};
use firstframe::template::{Library, Options};
use firstframe::{request, tsx};
use serde_json::{Map, Value as Json, json};
use tempfile::tempdir;

type Tested<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// A scene with its manifest, the id that it gets and the requests that it should serve.
struct Scene {
    id: &'static str,
    code: &'static str,
    manifest: Option<&'static str>,
    requests: &'static [&'static str],
}

const LIGHTHOUSE: Scene = Scene {
    id: "lighthouse",
    code: include_str!("adopted/lighthouse.tsx"),
    manifest: Some(include_str!("adopted/lighthouse.json")),
    requests: &[
        "a lighthouse in a storm at night, titled 'Keep the light on'",
        "a stormy night at sea with a beam of light sweeping over the waves, it says 'Hold on'",
    ],
};
const COFFEE: Scene = Scene {
    id: "coffee-votes",
    code: include_str!("adopted/coffee-votes.tsx"),
    manifest: None,
    requests: &[
        "bar race of coffee roasts: Kenya 42, Sumatra 31",
        "bars of coffee roasts that grow: Kenya 42, Peru 31",
    ],
};
const BOATS: Scene = Scene {
    id: "paper-boats",
    code: include_str!("adopted/paper-boats.tsx"),
    manifest: None,
    requests: &["three paper boats with the names Ada, Ben and Cleo, 8 seconds"],
};
const SCENES: [Scene; 3] = [LIGHTHOUSE, COFFEE, BOATS];

/// The dictionaries and parts that every library has, and nothing else.
fn bare() -> Assets {
    let built_in = Assets::embedded();
    let shared = ["templates/_parts", "patterns/words"].into_iter().flat_map(|root| built_in.under(root));
    let texts = shared.filter_map(|path| Some((path.to_owned(), built_in.text(path)?.to_owned())));
    Assets::from_texts(texts.collect::<Vec<_>>())
}

fn adopted(scene: &Scene, assets: &Assets) -> Tested<Adoption> {
    let manifest = scene.manifest.map_or(Ok(Json::Null), serde_json::from_str)?;
    let requests = scene.requests.iter().map(|&request| request.to_owned()).collect();
    let source = Source {
        id: scene.id,
        code: scene.code,
        manifest: &manifest,
        names: tsx::meta(scene.code).map(|meta| meta.id).into_iter().collect(),
        requests,
        asked: scene.requests.first().copied(),
    };
    Ok(adopt(assets, &source).map_err(|error| format!("{error}: {:?}", error.diagnostics()))?)
}

fn rendered(scene: &Scene, adoption: &Adoption, params: Json) -> Tested<String> {
    let library = Library::load(&Assets::from_texts(adoption.files[..2].to_vec()))?;
    let params: Map<String, Json> = serde_json::from_value(params)?;
    Ok(library.render(&library.fit(scene.id, &params)?, Options::default())?.scene.into_code())
}

#[test]
fn the_folder_that_is_written() -> Tested {
    for scene in SCENES {
        let adoption = adopted(&scene, &bare())?;
        let files = adoption.files.iter().map(|(path, text)| format!("==== {path}\n{text}"));
        let notes = adoption.notes.iter().map(|note| format!("note: {note}\n"));
        insta::assert_snapshot!(format!("files-{}", scene.id), files.chain(notes).collect::<String>());
    }
    Ok(())
}

/// The studio draws these beside the scenes that they were adopted from, and compares the pictures.
#[test]
fn the_scenes_that_come_out() -> Tested {
    for scene in SCENES {
        let adoption = adopted(&scene, &bare())?;
        let same = rendered(&scene, &adoption, json!({}))?;
        insta::assert_snapshot!(format!("adopted-{}", scene.id), same);
        let slower = rendered(&scene, &adoption, json!({"duration": 15, "fps": 24}))?;
        insta::assert_snapshot!(format!("adopted-{}-slower", scene.id), slower);
    }
    Ok(())
}

/// Lines of a scene beside its head, its data and the word that exports its component.
fn body(code: &str) -> Vec<String> {
    let data = ["meta", "defaultProps"].map(|name| code.find(&format!("export const {name}")).unwrap_or(code.len()));
    let is_data = |at: usize| {
        data.iter().any(|start| (*start..start + code[*start..].find("};\n").unwrap_or(0) + 2).contains(&at))
    };
    let mut at = 0;
    let mut lines = Vec::new();
    for line in code.split_inclusive('\n') {
        let is_head = line.starts_with("import ") || line.starts_with("export default Co");
        if !is_head && !is_data(at) && !line.trim().is_empty() {
            lines.push(line.trim_end().replace("export default function", "function"));
        }
        at += line.len();
    }
    lines
}

#[test]
fn the_code_of_a_scene_stays_as_it_was_between_the_doors_of_time() -> Tested {
    for scene in SCENES {
        let code = rendered(&scene, &adopted(&scene, &bare())?, json!({}))?;
        let code = code
            .replace("sceneFrame(useCurrentFrame())", "useCurrentFrame()")
            .replace("sceneConfig(useVideoConfig())", "useVideoConfig()")
            .replace("videoFrame(30 + index * 24)", "30 + index * 24");
        let now = body(&code);
        let mut rest = now.iter();
        for line in body(scene.code) {
            assert!(rest.any(|now| *now == line), "{}: `{line}` is lost in\n{code}", scene.id);
        }
    }
    Ok(())
}

#[test]
fn what_cannot_be_adopted_is_told_at_once() {
    let scene = BOATS.code;
    let props = ("export const defaultProps", "const defaultValues");
    let cases: [(&str, &[(&str, &str)]); 9] = [
        ("boats", &[props]),
        ("Paper Boats", &[("height: 1920", "height: 1350"), ("frames: 120", "frames: 120")]),
        ("boats", &[("durationInFrames: 120", "durationInFrames: 12")]),
        ("boats", &[("Math.sin(frame", "Math.random() + Math.sin(frame"), ("Rain on Sunday", "<% rain %>")]),
        ("boats", &[("useVideoConfig} from", "useVideoConfig as config} from"), ("useVideoConfig()", "config()")]),
        (
            "boats",
            &[
                ("{caption, names, waterColor, skyColor, driftSeconds}: Props", ""),
                (
                    "const frame",
                    "const [caption, names, waterColor, skyColor, driftSeconds] = ['a', ['b'], 'red', 'blue', 1] as const;\n  const frame",
                ),
            ],
        ),
        (
            "boats",
            &[
                ("driftSeconds: 1.5,", "driftSeconds: 1.5,\n  isWindy: false,"),
                ("const shown", "const windy = defaultProps.isWindy;\n  const shown"),
            ],
        ),
        ("title-card", &[]),
        ("boats", &[("const frame = useCurrentFrame();", "const frame = ;")]),
    ];
    let built_in = Assets::embedded();
    let told = cases.map(|(id, changes)| {
        let code = changes.iter().fold(scene.to_owned(), |code, (from, to)| code.replace(from, to));
        let source =
            Source { id, code: &code, manifest: &Json::Null, names: Vec::new(), requests: Vec::new(), asked: None };
        adopt(&built_in, &source).map_or_else(|error| error.to_string(), |_| "fine".to_owned())
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_scene_that_needs_whole_frames_keeps_its_time() -> Tested {
    let code = BOATS.code.replace("{caption}\n", "{names[frame % 3]}\n");
    let source = Source {
        id: "paper-boats",
        code: &code,
        manifest: &Json::Null,
        names: Vec::new(),
        requests: vec!["paper boats, 9 seconds".to_owned()],
        asked: None,
    };
    let adoption = adopt(&bare(), &source)?;
    assert!(adoption.files[0].1.contains("without: [duration, fps, background"), "{}", adoption.files[0].1);
    assert!(!adoption.files[1].1.contains("sceneFrame"));
    insta::assert_snapshot!(adoption.notes.join("\n"));
    Ok(())
}

#[test]
fn it_stands_beside_the_templates_that_are_there() -> Tested {
    let adoption = adopted(&LIGHTHOUSE, &Assets::embedded())?;
    assert_eq!(adoption.serves.first().map(String::as_str), LIGHTHOUSE.requests.first().copied());
    // What is the name of another scene already is none of its names.
    let told = [&["number counter", "paper boats"][..], &["number counter"]].map(|names| {
        let taken = Source {
            id: "odometer",
            code: BOATS.code,
            manifest: &Json::Null,
            names: names.iter().map(|&name| name.to_owned()).collect(),
            requests: Vec::new(),
            asked: None,
        };
        let require = |adoption: Adoption| adoption.files[2].1.lines().nth(4).unwrap_or_default().to_owned();
        adopt(&Assets::embedded(), &taken).map_or_else(|error| error.to_string(), require)
    });
    insta::assert_snapshot!(told.join("\n"));
    Ok(())
}

fn run(data: &Path, args: &[&str]) -> Tested<Output> {
    Ok(Command::new(env!("CARGO_BIN_EXE_firstframe")).args(args).env("FIRSTFRAME_DATA", data).output()?)
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn from_a_file_to_a_new_scene_by_a_new_request() -> Tested {
    let place = tempdir()?;
    let library = place.path().join("mine").to_string_lossy().into_owned();
    let at = |args: &[&str]| run(place.path(), &[&["--assets", &library], args].concat());
    let scene = "tests/it/adopted/lighthouse.tsx";
    let made = at(&["templates", "adopt", scene, "--id", "lighthouse", "--say", LIGHTHOUSE.requests[1]])?;
    assert!(made.status.success(), "{}", out(&made));
    assert!(out(&made).contains("`showMoon` stays as it is"), "{}", out(&made));
    for args in [&["templates", "check"][..], &["patterns", "test"]] {
        let checked = at(args)?;
        assert!(checked.status.success(), "{args:?}: {}", out(&checked));
    }
    let request = LIGHTHOUSE.requests[1].replace("Hold on", "Come home");
    let scene = out(&at(&["generate", &format!("{request}, on a maroon background, 4 seconds")])?);
    for part in
        ["title: 'Come home'", "background: '#800000'", "durationInFrames: 120", "rainCount: 60", "side=\"left\""]
    {
        assert!(scene.contains(part), "`{part}` is missing in\n{scene}");
    }
    let again = at(&["templates", "adopt", "tests/it/adopted/lighthouse.tsx", "--id", "lighthouse"])?;
    assert_eq!(again.status.code(), Some(1));
    assert!(out(&again).contains("there is a template `lighthouse` already"), "{}", out(&again));
    Ok(())
}

#[test]
fn from_a_project() -> Tested {
    let place = tempdir()?;
    let meta = tsx::meta(BOATS.code).ok_or("no meta")?;
    let scene = SceneRecord {
        id: SceneId::fresh(),
        name: "boats in the rain".to_owned(),
        content: Content::Code { code: BOATS.code.to_owned(), manifest: Json::Null },
        frames: meta.duration_in_frames,
        fps: meta.fps,
        format: request::Format::Portrait,
        window: None,
        transition: None,
        provenance: Provenance::now(Maker::Model, Some("three paper boats called Ada, Ben and Cleo drift in the rain")),
    };
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let store = SqliteProjects::open(place.path()).await?;
        let at = SystemTime::now().into();
        let made = store.create(NewProject { name: "film".to_owned(), at, key: None }).await?;
        let change = Change::AddScene { scene: Box::new(scene), at: None };
        store.write(&made.project.id, Write::new(Intent::Change(vec![change]), "anna", at)).await?;
        store.close().await
    })?;
    let library = place.path().join("mine");
    let folder = library.to_string_lossy().into_owned();
    let made = run(place.path(), &["--assets", &folder, "templates", "adopt", "film/Boats in the rain"])?;
    assert!(made.status.success(), "{}", out(&made));
    let pattern = fs::read_to_string(library.join("patterns/paper-boats.yaml"))?;
    assert!(pattern.contains("three paper boats called Ada, Ben and Cleo drift in the rain"), "{pattern}");
    let unknown = run(place.path(), &["--assets", &folder, "templates", "adopt", "film/boat in the rain"])?;
    assert!(out(&unknown).contains("did you mean `boats in the rain`?"), "{}", out(&unknown));
    let nothing = run(place.path(), &["--assets", &folder, "templates", "adopt", "nothing.tsx"])?;
    assert!(out(&nothing).contains("there is no file `nothing.tsx`"), "{}", out(&nothing));
    Ok(())
}
