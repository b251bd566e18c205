//! Changes of scenes that are there, and of the project that they are in.

use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use serde_json::Value as Json;

use crate::error::{Error, ErrorKind, Result};
use crate::request::Format;
use crate::template;
use crate::value::{Number, Point, Value};

/// A change. The scenes that it names are counted from 1, as they stand before any change of the same plan.
///
/// As JSON it is what the catalogue of edits and operations calls it, with its arguments: `{"op": "trim", "scene": 2,
/// "seconds": 4}`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "op", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Op {
    /// Gives a parameter a value, or a point of a series another value.
    Set {
        /// Of which scenes.
        scene: Scenes,
        /// The parameter.
        param: String,
        /// Its value.
        value: Given,
    },
    /// Makes a parameter more or less.
    Scale {
        /// Of which scenes.
        scene: Scenes,
        /// The parameter. `speed` scales all times of a scene, whatever it is made from.
        param: String,
        /// The factor; above 1 is more: faster, bigger, lighter.
        by: Number,
    },
    /// Puts an item into a list or a point into a series.
    Insert {
        /// Of which scene.
        scene: Scenes,
        /// The parameter.
        param: String,
        /// The item or the point.
        value: Given,
        /// Which place it then has, counted from 1; at the end if nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<usize>,
    },
    /// Takes away a parameter's value, an item of a list, or a point by its label.
    Remove {
        /// Of which scenes.
        scene: Scenes,
        /// The parameter.
        param: String,
        /// The item or the label; all of the parameter if nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<String>,
    },
    /// Replaces words that scenes show.
    ReplaceText {
        /// In which scenes.
        scene: Scenes,
        /// The words as they stand there.
        from: String,
        /// What stands there then.
        to: String,
    },
    /// Gives scenes the style of another.
    CopyStyle {
        /// Which scenes get it.
        scene: Scenes,
        /// Which scene has it.
        from: usize,
        /// Only this parameter of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        param: Option<String>,
    },
    /// Shows the same words as another kind of scene.
    Retemplate {
        /// Which scenes.
        scene: Scenes,
        /// The template.
        template: String,
    },
    /// Deletes scenes.
    Delete {
        /// Which.
        scene: Scenes,
    },
    /// Copies scenes, each behind itself.
    Duplicate {
        /// Which.
        scene: Scenes,
    },
    /// Puts a scene in another place.
    Move {
        /// Which.
        scene: usize,
        /// The place that it then has, counted from 1.
        to: usize,
    },
    /// Sets or changes how long scenes last; their motion is retimed with them.
    Trim {
        /// Which.
        scene: Scenes,
        /// How.
        #[serde(flatten)]
        length: Length,
    },
    /// Gives time of one scene to another.
    Transfer {
        /// Which scene gets shorter.
        from: usize,
        /// Which scene gets longer.
        to: usize,
        /// By how much.
        seconds: Number,
    },
    /// Calls a scene otherwise.
    Rename {
        /// Which.
        scene: usize,
        /// Its new name.
        name: String,
    },
    /// Takes the last change back.
    Undo,
    /// Brings back what was taken back last.
    Redo,
    /// Gives all scenes another format.
    Reformat {
        /// Which.
        format: Format,
    },
    /// Says how a scene follows on the one before it.
    Transition {
        /// The scene before.
        from: usize,
        /// The scene after it.
        to: usize,
        /// In which way.
        style: TransitionStyle,
    },
    /// Plays neighbouring scenes as one.
    Merge {
        /// Which.
        scene: Scenes,
    },
    /// Cuts a scene in two.
    Split {
        /// Which.
        scene: usize,
        /// At which second of it.
        at: Number,
    },
}

/// How long a scene is to last.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Length {
    /// So many seconds.
    Seconds(Number),
    /// So many seconds more, or less where it is negative.
    By(Number),
}

/// How one scene follows on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TransitionStyle {
    /// At once.
    None,
    /// One becomes the other.
    Fade,
    /// The new one pushes the old one out.
    Slide,
    /// An edge runs over the frame.
    Wipe,
    /// The frame turns over.
    Flip,
    /// A hand of a clock runs round.
    ClockWipe,
}

/// What a parameter is given.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Given {
    /// All of its value.
    Value(Value),
    /// One point of a series.
    Point(Point),
}

/// Scenes of a project, counted from 1, in order; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scenes {
    /// These.
    These(Vec<usize>),
    /// All that the project has.
    All,
}

impl Scenes {
    /// One scene.
    pub fn one(scene: usize) -> Self {
        Self::These(vec![scene])
    }

    /// The numbers of the scenes in a project of `count` scenes.
    pub fn numbers(&self, count: usize) -> Vec<usize> {
        match self {
            Self::These(scenes) => scenes.clone(),
            Self::All => (1..=count).collect(),
        }
    }
}

impl Serialize for Scenes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => serializer.serialize_str(ALL),
            Self::These(scenes) if scenes.len() == 1 => scenes[0].serialize(serializer),
            Self::These(scenes) => scenes.serialize(serializer),
        }
    }
}

impl Op {
    /// Reads a plan: a list of changes in JSON, or a single one.
    ///
    /// # Errors
    /// [`ErrorKind::Request`] with the first that is none, and what was expected.
    pub fn read_plan(json: &str) -> Result<Vec<Self>> {
        let wrong = |message: String| Error::new(ErrorKind::Request, message);
        let plan: Json = serde_json::from_str(json).map_err(|error| {
            wrong(format!("the changes are no JSON ({error}): expected a list such as `[{EXAMPLE}]`"))
        })?;
        let entries = if let Json::Array(entries) = plan { entries } else { vec![plan] };
        let read = |(place, entry): (usize, &Json)| {
            Self::read(entry).map_err(|message| wrong(format!("change {}: {message}", place + 1)))
        };
        entries.iter().enumerate().map(read).collect()
    }

    fn read(entry: &Json) -> Result<Self, String> {
        if !entry.is_object() {
            return Err(format!("expected one such as `{EXAMPLE}`"));
        }
        if entry["op"] == "trim" && entry.get("seconds").is_some() == entry.get("by").is_some() {
            return Err("expected either `seconds`, a length, or `by`, which is more or less".to_owned());
        }
        let op = Self::deserialize(entry).map_err(|error| format!("{error}: expected one such as `{EXAMPLE}`"))?;
        // What is read and does not come out again has not been understood.
        let understood = serde_json::to_value(&op).unwrap_or_default();
        let unknown = entry.as_object().into_iter().flatten();
        let unknown = unknown.filter(|(key, value)| !value.is_null() && understood.get(key.as_str()).is_none());
        match unknown.map(|(key, _)| key).next() {
            Some(key) => Err(format!("there is no `{key}` in `{}`", understood["op"].as_str().unwrap_or_default())),
            None => Ok(op),
        }
    }
}

/// What a change looks like in JSON.
const EXAMPLE: &str = r#"{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}"#;

/// What stands for all scenes.
const ALL: &str = "all";

impl<'de> Deserialize<'de> for Scenes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wrong = || de::Error::custom("expected the number of a scene from 1 on, a list of them, or `all`");
        let number = |json: &Json| {
            let number = json.as_u64().and_then(|number| usize::try_from(number).ok());
            number.filter(|number| *number > 0).ok_or_else(wrong)
        };
        match Json::deserialize(deserializer)? {
            Json::String(word) if word == ALL => Ok(Self::All),
            Json::Array(scenes) if !scenes.is_empty() => {
                scenes.iter().map(number).collect::<Result<_, _>>().map(Self::These)
            }
            other => number(&other).map(Self::one),
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        if !json.is_object() {
            return template::value_of(&json).map(Self::Value).map_err(de::Error::custom);
        }
        match template::value_of(&Json::Array(vec![json])).map_err(de::Error::custom)? {
            Value::Series(mut points) if points.len() == 1 => Ok(Self::Point(points.remove(0))),
            _ => Err(de::Error::custom("expected a point with a label and a value")),
        }
    }
}

#[cfg(test)]
mod tests;
