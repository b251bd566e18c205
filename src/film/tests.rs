//! Films of projects, as text.

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
    insta::assert_snapshot!(main_file(&film), @r##"
    import type {ReactNode} from 'react';
    import {AbsoluteFill, Freeze, Sequence, Series, useCurrentFrame, useVideoConfig} from 'remotion';
    import Intro, {defaultProps as introProps} from './scenes/Intro';
    import Quick from './scenes/Quick';
    import Intro2, {defaultProps as intro2Props} from './scenes/Intro2';

    export const meta = {id: 'moss', durationInFrames: 151, fps: 30, width: 1080, height: 1080};

    export default function Film() {
      return (
        <Series>
          <Series.Sequence durationInFrames={60} name="Intro">
            <Intro {...introProps} />
          </Series.Sequence>
          <Series.Sequence durationInFrames={31} name="Quick">
            <Fitted width={720} height={1280} ground="#000000">
              <Clip from={0} of={61} fps={60}>
                <Quick />
              </Clip>
            </Fitted>
          </Series.Sequence>
          <Series.Sequence durationInFrames={60} name="Intro">
            <Intro2 {...intro2Props} />
          </Series.Sequence>
        </Series>
      );
    }

    type ClipProps = {from: number; of: number; fps?: number; children: ReactNode};

    /** Plays a scene from one of its frames on, as if all `of` frames of it were played, at its own rate. */
    const Clip = ({from, of, fps = meta.fps, children}: ClipProps) => {
      const {durationInFrames} = useVideoConfig();
      const played = useCurrentFrame();
      const frame = Math.min(from + Math.floor((played * fps) / meta.fps), of - 1);
      const ahead = frame - played;
      return (
        <Sequence from={Math.min(0, durationInFrames + ahead - of)} layout="none">
          <Sequence from={-ahead} layout="none">
            <Freeze frame={frame}>
              <Sequence durationInFrames={of} layout="none">
                {children}
              </Sequence>
            </Freeze>
          </Sequence>
        </Sequence>
      );
    };

    type FittedProps = {width: number; height: number; ground: string; children: ReactNode};

    /** Shows a scene of another size as large as it fits. */
    const Fitted = ({width, height, ground, children}: FittedProps) => {
      const scale = Math.min(meta.width / width, meta.height / height);
      const left = (meta.width - width * scale) / 2;
      const top = (meta.height - height * scale) / 2;
      const style = {left, top, scale: `${scale}`, transformOrigin: '0 0', overflow: 'hidden'};
      return (
        <AbsoluteFill style={{backgroundColor: ground}}>
          <Sequence width={width} height={height} style={style}>
            {children}
          </Sequence>
        </AbsoluteFill>
      );
    };
    "##);
    assert_eq!((film.meta.width, film.meta.height, film.meta.fps), (1080, 1080, 30));
    assert!(film.files[1].1.contains("width: 1080, height: 1080}"));
    assert!(film.files[2].1.contains("const useVideoConfig = () => ({...useFilmConfig(), fps: 60});"));
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

#[test]
fn a_project_without_scenes_is_no_film() -> Result<()> {
    let message =
        film(&project("Moss", Vec::new())?, &library()).map_or_else(|error| error.to_string(), |_| String::new());
    assert_eq!(message, "`Moss` has no scenes yet: add one first");
    Ok(())
}
