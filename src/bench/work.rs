//! The kinds of work that time is spent on, and the ways that the former pipeline went.

use crate::llm::Role;

/// A kind of model call. One role does several, which take their time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Work {
    Brain,
    Layout,
    Code,
    CodeWithReference,
    CodeFromPicture,
    EditSurgical,
    EditCreative,
    Fill,
    Vision,
}

/// A time in which no model is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Pause {
    Context,
    Storage,
    Chat,
}

/// A way that the former pipeline went, by kind of request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Way {
    Add,
    AddBesideScenes,
    AddWithPicture,
    FurtherScene,
    Edit,
    EditAnew,
    Operation,
    Talk,
}

/// What a request turns out to want, where a brain is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Reading {
    ShownByTemplate,
    ExactChange,
    ChangeAnew,
    Bespoke,
    BespokeWithReference,
    Talk,
}

impl Work {
    pub(super) const ALL: [Self; 9] = [
        Self::Brain,
        Self::Layout,
        Self::Code,
        Self::CodeWithReference,
        Self::CodeFromPicture,
        Self::EditSurgical,
        Self::EditCreative,
        Self::Fill,
        Self::Vision,
    ];

    /// The name under which it stands in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Brain => "brain",
            Self::Layout => "layout",
            Self::Code => "code",
            Self::CodeWithReference => "code-with-reference",
            Self::CodeFromPicture => "code-from-picture",
            Self::EditSurgical => "edit-surgical",
            Self::EditCreative => "edit-creative",
            Self::Fill => "fill",
            Self::Vision => "vision",
        }
    }

    /// The work with this name. Each role has one that is called as it is.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|work| work.name() == name)
    }

    /// Whether code comes of it.
    pub(super) fn writes(self) -> bool {
        matches!(self.role(), Role::Code | Role::EditSurgical | Role::EditCreative)
    }

    /// The role whose model does it.
    pub(super) fn role(self) -> Role {
        match self {
            Self::Brain => Role::Brain,
            Self::Layout => Role::Layout,
            Self::Code | Self::CodeWithReference | Self::CodeFromPicture => Role::Code,
            Self::EditSurgical => Role::EditSurgical,
            Self::EditCreative => Role::EditCreative,
            Self::Fill => Role::Fill,
            Self::Vision => Role::Vision,
        }
    }
}

impl Pause {
    pub(super) const ALL: [Self; 3] = [Self::Context, Self::Storage, Self::Chat];

    /// The name under which it stands in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Context => "context",
            Self::Storage => "storage",
            Self::Chat => "chat",
        }
    }
}

impl Way {
    pub(super) const ALL: [Self; 8] = [
        Self::Add,
        Self::AddBesideScenes,
        Self::AddWithPicture,
        Self::FurtherScene,
        Self::Edit,
        Self::EditAnew,
        Self::Operation,
        Self::Talk,
    ];

    /// The name under which it stands in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::AddBesideScenes => "add-beside-scenes",
            Self::AddWithPicture => "add-with-picture",
            Self::FurtherScene => "further-scene",
            Self::Edit => "edit",
            Self::EditAnew => "edit-anew",
            Self::Operation => "operation",
            Self::Talk => "talk",
        }
    }
}

impl Reading {
    pub(super) const ALL: [Self; 6] = [
        Self::ShownByTemplate,
        Self::ExactChange,
        Self::ChangeAnew,
        Self::Bespoke,
        Self::BespokeWithReference,
        Self::Talk,
    ];

    /// The name under which it stands in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::ShownByTemplate => "shown-by-template",
            Self::ExactChange => "exact-change",
            Self::ChangeAnew => "change-anew",
            Self::Bespoke => "bespoke",
            Self::BespokeWithReference => "bespoke-with-reference",
            Self::Talk => "talk",
        }
    }
}
