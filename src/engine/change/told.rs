//! What a person is told of changes: data for programs, and one short sentence each.

use serde::Serialize;
use serde_json::Value as Json;

use crate::store::project::TransitionKind;
use crate::value::Number;

/// Something that has changed, or that was to be changed and has not.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Told {
    /// The scene's number before the plan; nothing for a new scene, and for what holds for the whole project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scene: Option<usize>,
    /// What the scene was called before the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What has changed.
    #[serde(flatten)]
    pub what: What,
    /// The sentence for people.
    pub text: String,
}

/// What has changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum What {
    /// A parameter.
    Param {
        /// Which.
        param: String,
        /// What people call it.
        label: String,
        /// What the scene showed; nothing if it showed none.
        from: Option<Json>,
        /// What it shows now.
        to: Option<Json>,
    },
    /// How long the scene lasts, in seconds.
    Length {
        /// Before.
        from: Number,
        /// Now.
        to: Number,
    },
    /// The kind of scene.
    Template {
        /// Before; nothing for code.
        from: Option<String>,
        /// Now.
        to: String,
    },
    /// Its code, where no parameter says what has changed.
    Code,
    /// What it is called.
    Name {
        /// Before.
        from: String,
        /// Now.
        to: String,
    },
    /// The scene is new.
    Added {
        /// Its place, counted from 1.
        at: usize,
    },
    /// The scene is gone.
    Deleted,
    /// The scene has another place.
    Moved {
        /// Before, counted from 1.
        from: usize,
        /// Now.
        to: usize,
    },
    /// It plays other scenes with it.
    Merged {
        /// What they are called, in order.
        parts: Vec<String>,
    },
    /// It plays another part of itself, in seconds.
    Cut {
        /// Where it begins.
        from: Number,
        /// Where it ends.
        to: Number,
    },
    /// How it follows on the scene before it.
    Transition {
        /// Before; nothing for a cut.
        from: Option<TransitionKind>,
        /// Now.
        to: Option<TransitionKind>,
    },
    /// A setting of the project.
    Setting {
        /// Which.
        setting: String,
        /// Before.
        from: Option<Json>,
        /// Now.
        to: Json,
    },
    /// The last revisions were taken back, or brought back.
    Rewound {
        /// What was done to them: `undo` or `redo`.
        deed: &'static str,
        /// How many revisions.
        revisions: usize,
    },
    /// Nothing has changed.
    NoOp {
        /// Why.
        why: String,
    },
    /// It was changed, but not quite as it was asked for.
    Note {
        /// In which way.
        message: String,
    },
}

impl Told {
    pub(super) fn new(scene: Option<usize>, name: Option<String>, what: What) -> Self {
        let said = what.said();
        let text = match (scene, &name) {
            (Some(number), Some(name)) => format!("scene {number} `{name}`: {said}"),
            (None, Some(name)) => format!("new scene `{name}`: {said}"),
            _ => said,
        };
        Self { scene, name, what, text }
    }

    /// Whether something is different from before.
    pub fn is_change(&self) -> bool {
        !matches!(self.what, What::NoOp { .. } | What::Note { .. })
    }
}

impl What {
    fn said(&self) -> String {
        let kind = |kind: &Option<TransitionKind>| kind.map_or("cut", transition).to_owned();
        match self {
            Self::Param { label, from, to, .. } => super::difference::said(label, from.as_ref(), to.as_ref()),
            Self::Length { from, to } => format!("{} s → {} s", from.get(), to.get()),
            Self::Template { from, to } => format!("{} → {to}", from.as_deref().unwrap_or("code")),
            Self::Code => "its code changed".to_owned(),
            Self::Name { from, to } => format!("name `{from}` → `{to}`"),
            Self::Added { at } => format!("added at place {at}"),
            Self::Deleted => "deleted".to_owned(),
            Self::Moved { from, to } => format!("place {from} → {to}"),
            Self::Merged { parts } => {
                format!("plays {} as one", crate::nearest::list(parts.iter().map(String::as_str)))
            }
            Self::Cut { from, to } => format!("plays from {} s to {} s of itself", from.get(), to.get()),
            Self::Transition { from, to } => format!("transition {} → {}", kind(from), kind(to)),
            Self::Setting { setting, from, to } => {
                format!("project: {}", super::difference::said(setting, from.as_ref(), Some(to)))
            }
            Self::Rewound { deed, revisions: 1 } => format!("{deed}: the last change"),
            Self::Rewound { deed, revisions } => format!("{deed}: the last {revisions} changes"),
            Self::NoOp { why } => format!("nothing changes: {why}"),
            Self::Note { message } => message.clone(),
        }
    }
}

/// How people call a transition.
fn transition(kind: TransitionKind) -> &'static str {
    match kind {
        TransitionKind::Fade => "fade",
        TransitionKind::Slide => "slide",
        TransitionKind::Wipe => "wipe",
        TransitionKind::Flip => "flip",
        TransitionKind::ClockWipe => "clock wipe",
    }
}
