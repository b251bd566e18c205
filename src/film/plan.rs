//! What a film is made of, before it is written: which scene plays when, under which name, and from which file.

use serde_json::Value as Json;

use super::Broken;
use super::name::{Names, composition_id};
use super::shot::{Clip, Series, Shot, Shows};
use super::source::{Frame, Source, keeps_rate};
use crate::request::Format;
use crate::store::project::{Content, Cue, Project, SceneRecord, cues};
use crate::template::{FORMATS, Library};
use crate::tsx::Meta;

/// A film before it is written.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) meta: Meta,
    /// What the film plays.
    pub(super) main: Series,
    /// The components that play merged scenes, by name, each before those that play it.
    pub(super) merged: Vec<(String, Series)>,
    pub(super) sources: Vec<Source>,
    pub(super) broken: Vec<Broken>,
}

/// A plan that is being made.
struct Planning<'p> {
    library: &'p Library,
    frame: Frame,
    names: Names,
    merged: Vec<(String, Series)>,
    sources: Vec<Source>,
    broken: Vec<Broken>,
    /// The scenes of which parts are played, so that all parts of one play from one file.
    cut: Vec<(&'p SceneRecord, Shows)>,
}

impl Plan {
    /// The film of a project.
    pub(super) fn of(project: &Project, library: &Library) -> Self {
        let frame = frame(project);
        let (names, cut) = (Names::default(), Vec::new());
        let (merged, sources, broken) = (Vec::new(), Vec::new(), Vec::new());
        let mut planning = Planning { library, frame, names, merged, sources, broken, cut };
        let main = planning.series(&project.scenes);
        let (width, height) = common_size(&planning.sources, frame).unwrap_or((frame.width, frame.height));
        for source in &mut planning.sources {
            source.size = source.size.filter(|size| *size != (width, height));
        }
        let duration_in_frames = project.cues().last().map_or(1, Cue::end);
        let meta = Meta { id: composition_id(&project.name), duration_in_frames, fps: frame.fps, width, height };
        Self { meta, main, merged: planning.merged, sources: planning.sources, broken: planning.broken }
    }
}

/// The size and the rate of a film. Of formats that equally many scenes have, it is the one that comes first.
fn frame(project: &Project) -> Frame {
    let set = project.settings.get("format").and_then(Json::as_str);
    let set = Format::ALL.into_iter().find(|format| Some(format.name()) == set);
    let count = |format: Format| project.scenes.iter().filter(|scene| scene.format == format).count();
    let usual = project.scenes.iter().rev().map(|scene| scene.format).max_by_key(|format| count(*format));
    let format = set.or(usual).unwrap_or(Format::ALL[0]);
    let (_, width, height) = FORMATS.into_iter().find(|(name, ..)| *name == format.name()).unwrap_or(FORMATS[0]);
    Frame { format, width, height, fps: project.fps() }
}

/// The size of all scenes where they agree on another one of the film's format, such as 1280 × 720.
fn common_size(sources: &[Source], frame: Frame) -> Option<(u32, u32)> {
    let (width, height) = sources.first()?.size?;
    let agree = sources.iter().all(|source| source.size == Some((width, height)));
    (agree && Format::of_size(width, height) == frame.format).then_some((width, height))
}

impl<'p> Planning<'p> {
    fn series(&mut self, scenes: &'p [SceneRecord]) -> Series {
        let cues = cues(scenes, self.frame.fps);
        Series { shots: scenes.iter().zip(cues).map(|(scene, cue)| self.shot(scene, cue)).collect() }
    }

    fn shot(&mut self, scene: &'p SceneRecord, cue: Cue) -> Shot {
        Shot {
            name: scene.name.clone(),
            frames: cue.frames,
            transition: cue.transition,
            shows: self.shows(scene),
            clip: self.clip(scene),
        }
    }

    fn shows(&mut self, scene: &'p SceneRecord) -> Shows {
        if scene.window.is_none() {
            return self.made(scene);
        }
        let is_same = |other: &SceneRecord| {
            (other.played().of, other.fps) == (scene.played().of, scene.fps) && other.content == scene.content
        };
        if let Some((_, shows)) = self.cut.iter().find(|(other, _)| is_same(other)) {
            return shows.clone();
        }
        let shows = self.made(scene);
        self.cut.push((scene, shows.clone()));
        shows
    }

    fn made(&mut self, scene: &'p SceneRecord) -> Shows {
        if let Content::Merged { parts } = &scene.content {
            let name = self.names.take(&scene.name, "merged");
            let series = self.series(parts);
            self.merged.push((name.clone(), series));
            return Shows::Series(name);
        }
        match Source::of(scene, self.library, self.frame) {
            Ok(source) => {
                let kind = if let Content::Template { id, .. } = &scene.content { id } else { "" };
                self.sources.push(Source { name: self.names.take(&scene.name, kind), ..source });
                Shows::Scene(self.sources.len() - 1)
            }
            Err(error) => {
                self.broken.push(Broken { scene: scene.name.clone(), error });
                Shows::Slate
            }
        }
    }

    /// What has to be said of the part that is played. Scenes of the library are rendered at the film's rate where they can
    /// be, and merged ones are played at it; the frames of code are its own.
    fn clip(&self, scene: &SceneRecord) -> Option<Clip> {
        let film = self.frame.fps;
        let own = if keeps_rate(scene, self.library) { scene.fps } else { film };
        let fps = (own != film).then_some(own);
        let converted = |frames: u32| {
            let frames = (u64::from(frames) * u64::from(own) + u64::from(scene.fps) / 2) / u64::from(scene.fps);
            frames as u32
        };
        let played = scene.played();
        let clip = Clip { from: converted(played.from), of: converted(played.of).max(1), fps };
        (scene.window.is_some() || fps.is_some()).then_some(clip)
    }
}
