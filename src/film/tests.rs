//! Films of projects, as text.

use proptest::prelude::*;
use serde_json::{Map, json};

use super::*;
use crate::assets::Assets;
use crate::request::Format;
use crate::store::project::{
    Change, Content, Maker, ProjectId, Provenance, SceneId, SceneRecord, Transition, TransitionKind, merge, split,
};

fn library() -> Library {
    Library::open(&Assets::embedded()).unwrap_or_else(|error| panic!("{error}"))
}

/// A scene of code that counts its frames.
const CODE: &str = "\
import {AbsoluteFill, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {id: 'count', durationInFrames: 60, fps: 30, width: 1920, height: 1080};

export default function Count() {
  const {fps} = useVideoConfig();
  return <AbsoluteFill>{useCurrentFrame() / fps}</AbsoluteFill>;
}
";

fn scene(name: &str, content: Content) -> SceneRecord {
    SceneRecord {
        id: SceneId::fresh(),
        name: name.to_owned(),
        content,
        frames: 60,
        fps: 30,
        format: Format::Landscape,
        window: None,
        transition: None,
        provenance: Provenance::now(Maker::Person, None),
    }
}

fn card(name: &str) -> SceneRecord {
    let params = json!({"title": name, "duration": 2}).as_object().cloned().unwrap_or_default();
    scene(name, Content::Template { id: "title-card".to_owned(), params })
}

fn code(name: &str, code: &str) -> SceneRecord {
    scene(name, Content::Code { code: code.to_owned(), manifest: json!([]) })
}

fn after(kind: TransitionKind, frames: u32, scene: SceneRecord) -> SceneRecord {
    SceneRecord { transition: Some(Transition { kind, frames }), ..scene }
}

fn project(name: &str, scenes: Vec<SceneRecord>) -> Result<Project> {
    let mut project = Project::new(ProjectId::fresh(), name)?;
    for scene in scenes {
        project.apply(Change::add(scene))?;
    }
    Ok(project)
}

fn main_file(film: &Film) -> &str {
    film.files.first().map_or("", |(_, text)| text)
}

fn paths(film: &Film) -> Vec<&str> {
    film.files.iter().map(|(path, _)| path.as_str()).collect()
}

#[test]
fn scenes_that_follow_by_cuts_are_a_plain_series() -> Result<()> {
    let film = film(&project("Moss & more", vec![card("Intro"), code("Say \"moss\"", CODE)])?, &library())?;
    insta::assert_snapshot!(main_file(&film), @r##"
    import {Series} from 'remotion';
    import Intro, {defaultProps as introProps} from './scenes/Intro';
    import SayMoss from './scenes/SayMoss';

    export const meta = {id: 'moss-more', durationInFrames: 120, fps: 30, width: 1920, height: 1080};

    export default function Film() {
      return (
        <Series>
          <Series.Sequence durationInFrames={60} name="Intro">
            <Intro {...introProps} />
          </Series.Sequence>
          <Series.Sequence durationInFrames={60} name={'Say "moss"'}>
            <SayMoss />
          </Series.Sequence>
        </Series>
      );
    }
    "##);
    assert_eq!(paths(&film), ["Film.tsx", "scenes/Intro.tsx", "scenes/SayMoss.tsx"]);
    assert_eq!(film.meta.duration_in_frames, 120);
    Ok(())
}

#[test]
fn transitions_parts_and_mergers_are_what_people_would_write() -> Result<()> {
    let (left, right) = split(&card("Middle"), 20)?;
    let both = merge(&[card("Two"), after(TransitionKind::Wipe, 10, code("Count", CODE))])?;
    let scenes = vec![
        card("Intro"),
        after(TransitionKind::Fade, 15, left),
        SceneRecord { name: "Rest".to_owned(), ..right },
        after(TransitionKind::Flip, 12, SceneRecord { name: "Both".to_owned(), ..both }),
        after(TransitionKind::ClockWipe, 90, code("End", CODE)),
        after(TransitionKind::Flip, 12, card("End")),
    ];
    let project = project("Moss", scenes)?;
    let film = film(&project, &library())?;
    insta::assert_snapshot!("film", main_file(&film));
    assert_eq!(f64::from(film.meta.duration_in_frames), project.seconds() * 30.0);
    Ok(())
}

#[test]
fn scenes_of_other_sizes_and_rates_are_fitted() -> Result<()> {
    let quick = CODE.replace("fps: 30", "fps: 60").replace("width: 1920, height: 1080", "width: 720, height: 1280");
    let mut card = card("Intro");
    card.format = Format::Square;
    let quick = SceneRecord { fps: 60, frames: 61, format: Format::Portrait, ..code("Quick", &quick) };
    let project = project("Moss", vec![card.clone(), quick, SceneRecord { id: SceneId::fresh(), ..card }])?;
    let film = film(&project, &library())?;
    insta::assert_snapshot!("fitted", main_file(&film));
    assert_eq!((film.meta.width, film.meta.height, film.meta.fps), (1080, 1080, 30));
    assert!(film.files[1].1.contains("width: 1080, height: 1080}"));
    assert!(film.files[2].1.contains("const useVideoConfig = () => ({...useFilmConfig(), fps: 60});"));
    Ok(())
}

#[test]
fn a_template_without_another_rate_keeps_its_own() -> Result<()> {
    const MANIFEST: &str = "id: tick\nname: Tick\ncategory: background\nshows: ticks\ncomponent: Tick\nduration: 2\n\
        defaults: {fps: 24}\nmotion: {entrance: 0, stagger: 0, exit: 0}\nparams: {}\nwithout: [fps]\n";
    const TICK: &str = "export const meta = {= meta =};\nexport const defaultProps = {= props =};\n\
        export default function Tick() { return <b>{useVideoConfig().fps}</b>; }\n";
    let texts = [("templates/tick/template.yaml", MANIFEST), ("templates/tick/scene.tsx", TICK)];
    let library = Library::load(&Assets::from_texts(texts))?;
    let tick = scene("Tick", Content::Template { id: "tick".to_owned(), params: Map::new() });
    let tick = SceneRecord { fps: 24, frames: 48, ..tick };
    let film = film(&project("Moss", vec![code("Count", CODE), code("More", CODE), tick])?, &library)?;
    assert!(main_file(&film).contains("fps={24}"), "{}", main_file(&film));
    assert!(film.files.iter().any(|(_, code)| code.contains("({...useFilmConfig(), fps: 24})")));
    Ok(())
}

#[test]
fn a_broken_scene_stops_no_other() -> Result<()> {
    let gone = scene("Gone", Content::Template { id: "no-such".to_owned(), params: Map::new() });
    let for_players = CODE.replace("import {", "const {").replace("from 'remotion'", "= window.Remotion");
    let project = project("Moss", vec![gone, code("Bad", "const = 1"), code("Player", &for_players), card("Good")])?;
    let film = film(&project, &library())?;
    let broken: Vec<&str> = film.broken.iter().map(|broken| broken.scene.as_str()).collect();
    assert_eq!(broken, ["Gone", "Bad", "Player"]);
    assert_eq!((paths(&film), film.meta.duration_in_frames), (vec!["Film.tsx", "scenes/Good.tsx"], 240));
    insta::assert_snapshot!(main_file(&film), @r##"
    import {AbsoluteFill, Series} from 'remotion';
    import Good, {defaultProps as goodProps} from './scenes/Good';

    export const meta = {id: 'moss', durationInFrames: 240, fps: 30, width: 1920, height: 1080};

    export default function Film() {
      return (
        <Series>
          <Series.Sequence durationInFrames={60} name="Gone">
            <Slate name="Gone" />
          </Series.Sequence>
          <Series.Sequence durationInFrames={60} name="Bad">
            <Slate name="Bad" />
          </Series.Sequence>
          <Series.Sequence durationInFrames={60} name="Player">
            <Slate name="Player" />
          </Series.Sequence>
          <Series.Sequence durationInFrames={60} name="Good">
            <Good {...goodProps} />
          </Series.Sequence>
        </Series>
      );
    }

    /** Stands for a scene that cannot be shown. */
    const Slate = ({name}: {name: string}) => (
      <AbsoluteFill style={{padding: 96, background: '#222222', color: '#ffffff', fontSize: 64}}>
        “{name}” cannot be shown.
      </AbsoluteFill>
    );
    "##);
    Ok(())
}

/// Scenes of any names, cut, merged, timed and joined in any way.
fn any_scenes() -> impl Strategy<Value = Vec<SceneRecord>> {
    let kind = prop_oneof![
        Just(TransitionKind::Fade),
        Just(TransitionKind::Slide),
        Just(TransitionKind::Wipe),
        Just(TransitionKind::Flip),
        Just(TransitionKind::ClockWipe),
    ];
    let joint = prop_oneof![Just(None), (kind, 0..30u32).prop_map(|(kind, frames)| Some(Transition { kind, frames }))];
    let name = "\\PC{0,9}[a-zA-Z\"'<>{}&\\\\映é]\\PC{0,9}".prop_map(|name| name.trim().to_owned());
    let code = prop_oneof![3 => Just(CODE), 1 => Just("const = 1")];
    let scene = (name, code, 1..90u32, prop_oneof![Just(30u32), Just(24), Just(60)], joint, 0..3u8).prop_map(
        |(name, text, frames, fps, transition, what)| {
            let scene = SceneRecord { frames, fps, transition, ..code_or_card(&name, text) };
            match what {
                0 => split(&scene, frames / 2).map_or(vec![scene], |(left, right)| vec![left, right]),
                1 => merge(&[scene.clone(), card("Part")]).map_or(vec![scene], |merged| vec![merged]),
                _ => vec![scene],
            }
        },
    );
    prop::collection::vec(scene, 1..6).prop_map(|scenes| scenes.into_iter().flatten().collect())
}

fn code_or_card(name: &str, text: &str) -> SceneRecord {
    if name.len().is_multiple_of(2) { code(name, text) } else { card(name) }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_project_becomes_code_that_parses_and_lasts_as_long(scenes in any_scenes(), name in "\\PC{0,5}x") {
        let mut project = Project::new(ProjectId::fresh(), name.trim())?;
        for scene in scenes {
            project.apply(Change::add(SceneRecord { id: SceneId::fresh(), ..scene }))?;
        }
        let film = film(&project, &library())?;
        let frames = f64::from(film.meta.duration_in_frames);
        prop_assert!((frames - project.seconds() * f64::from(film.meta.fps)).abs() < 2.0);
        for (path, text) in &film.files {
            prop_assert!(crate::tsx::entry(text).is_ok(), "{path}\n{text}");
        }
        let mut paths = paths(&film);
        paths.sort_unstable();
        paths.dedup();
        prop_assert_eq!(paths.len(), film.files.len());
    }
}

#[test]
fn a_project_without_scenes_is_no_film() -> Result<()> {
    let message =
        film(&project("Moss", Vec::new())?, &library()).map_or_else(|error| error.to_string(), |_| String::new());
    assert_eq!(message, "`Moss` has no scenes yet: add one first");
    Ok(())
}
