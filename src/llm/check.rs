//! Trying the models, each with a tiny call of the kind that its role makes.

use std::time::Duration;

use futures_util::future::join_all;
use serde::Serialize;
use serde_json::json;
use tokio::time::Instant;

use super::ledger::milliseconds;
use super::models::{Candidate, Missing, Models, RoleModels};
use super::{Call, Cost, Delta, Deltas, Failure, FailureKind, Ledger, Message, Model, Picture, Role, Schema, Usage};

/// What a tiny call may take: no answer of a few words needs more.
const PATIENCE: Duration = Duration::from_secs(30);

/// The longest answer, with some room for models that think first.
const TOKENS: u32 = 256;

/// A dot: the smallest picture that all servers take.
const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// What came of trying a model in a role.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Checked {
    /// In which role.
    pub role: Role,
    /// The model, as `provider/model`.
    pub model: String,
    /// What came of it.
    #[serde(flatten)]
    pub finding: Finding,
}

/// What came of trying a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum Finding {
    /// It answered as its role needs it.
    Works {
        /// How long it took to the first words.
        #[serde(rename = "first_token_ms", serialize_with = "milliseconds")]
        first_token: Duration,
        /// How long it took in all.
        #[serde(rename = "total_ms", serialize_with = "milliseconds")]
        total: Duration,
        /// What it took in tokens, if the server says so.
        usage: Option<Usage>,
        /// What it cost.
        cost: Cost,
    },
    /// It did not.
    Fails {
        /// In which way.
        kind: FailureKind,
        /// What was said.
        message: String,
    },
    /// It was not asked, because something is not set.
    Missing {
        /// The environment variable.
        variable: String,
        /// What is wrong with it.
        message: String,
    },
}

/// Tries every model of these roles once, roles side by side.
pub async fn check(models: &Models, roles: &[Role]) -> Vec<Checked> {
    let wanted = models.roles().iter().filter(|models| roles.contains(&models.spec.role));
    join_all(wanted.map(check_role)).await.concat()
}

async fn check_role(models: &RoleModels) -> Vec<Checked> {
    let mut checked = Vec::new();
    for Candidate { spec, single } in &models.candidates {
        let role = models.spec.role;
        let finding = match single {
            Ok(model) => try_one(model.as_ref(), role).await,
            Err(Missing { variable, message }) => {
                Finding::Missing { variable: variable.clone(), message: message.clone() }
            }
        };
        checked.push(Checked { role, model: spec.name(), finding });
    }
    checked
}

async fn try_one(model: &dyn Model, role: Role) -> Finding {
    let ledger = Ledger::default();
    let call = tiny(role).with_ledger(ledger.clone());
    match ask(model, &call).await {
        Ok(usage) => {
            let entry = ledger.entries().pop();
            let (first_token, total) = entry.map_or_else(Default::default, |entry| (entry.first_token, entry.total));
            Finding::Works { first_token: first_token.unwrap_or(total), total, usage, cost: ledger.cost() }
        }
        Err(failure) => Finding::Fails { kind: failure.kind(), message: failure.message().to_owned() },
    }
}

async fn ask(model: &dyn Model, call: &Call) -> Result<Option<Usage>, Failure> {
    let mut deltas: Deltas = model.stream(call).await?;
    let mut text = String::new();
    while let Some(delta) = deltas.advance().await {
        match delta? {
            Delta::Text(more) => text.push_str(&more),
            Delta::End(end) => {
                let reply = super::Reply { text, end };
                if call.schema().is_some() {
                    reply.json()?;
                }
                return Ok(end.usage);
            }
        }
    }
    Ok(None)
}

/// A call that shows whether a model can do what its role needs: JSON, pictures, or plain words.
fn tiny(role: Role) -> Call {
    let deadline = Instant::now() + PATIENCE;
    let plain = "Answer with the word: ready";
    let call = match role {
        Role::Fill | Role::Brain | Role::Layout => {
            Call::new(role, Message::user("Say that you are ready."), deadline).with_schema(schema())
        }
        Role::Vision => {
            let dot = Picture::Embedded { media_type: "image/png".to_owned(), base64: DOT.to_owned() };
            Call::new(role, Message::user(plain).with_picture(dot), deadline)
        }
        Role::Code | Role::EditSurgical | Role::EditCreative => Call::new(role, Message::user(plain), deadline),
    };
    call.with_max_tokens(TOKENS)
}

fn schema() -> Schema {
    let json = json!({
        "type": "object",
        "properties": {"ready": {"type": "boolean"}},
        "required": ["ready"],
        "additionalProperties": false,
    });
    Schema { name: "readiness".to_owned(), json }
}
