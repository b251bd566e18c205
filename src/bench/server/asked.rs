//! What a call asks, read back from its body: the slow server has nothing but what came over the wire.

use serde_json::Value;

use super::super::assumptions::Counting;
use super::super::work::Work;
use crate::llm::protocol::Protocol;

/// A call as the server understands it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::bench) struct Asked {
    pub(in crate::bench) protocol: Protocol,
    pub(in crate::bench) work: Work,
    pub(in crate::bench) is_streamed: bool,
    /// The shape of the answer, if it is to be JSON.
    pub(in crate::bench) schema: Option<Value>,
    /// Whether that shape is asked for as a call of a tool.
    pub(in crate::bench) as_tool: bool,
    /// What stands in the system prompt and the messages.
    pub(in crate::bench) text: String,
    /// How many tokens are read.
    pub(in crate::bench) input: u64,
    /// The part of the prompt that the provider is asked to keep; nothing if there is none.
    pub(super) kept: String,
}

/// By this the code of a scene is known in a message.
const SCENE: &str = "export default";

impl Asked {
    /// Reads a body. Nothing comes of one that does not name the work before the model: `code/claude-sonnet`.
    pub(super) fn read(protocol: Protocol, body: &Value, counting: &Counting) -> Option<Self> {
        let named = body["model"].as_str()?.split_once('/').and_then(|(name, _)| Work::named(name))?;
        let mut heard = Heard::default();
        heard.hear(&body["system"]);
        body["messages"].as_array()?.iter().for_each(|message| heard.hear(&message["content"]));
        let schema = schema(body);
        let shape = schema.map_or(0, |schema| schema.to_string().len());
        let input = counting.tokens(heard.text.len() + shape) + heard.pictures * counting.picture;
        Some(Self {
            protocol,
            work: work(named, &heard, &last_message(body)),
            is_streamed: body["stream"] == true,
            schema: schema.cloned(),
            as_tool: body["tools"].is_array(),
            kept: heard.text[..heard.kept].to_owned(),
            text: heard.text,
            input,
        })
    }
}

/// The texts of a call, one after the other.
#[derive(Debug, Default)]
struct Heard {
    text: String,
    /// How much of it the provider is asked to keep.
    kept: usize,
    pictures: u64,
}

impl Heard {
    /// Takes in content: text, or a list of blocks.
    fn hear(&mut self, content: &Value) {
        match content {
            Value::String(text) => self.say(text),
            Value::Array(blocks) => blocks.iter().for_each(|block| self.block(block)),
            _ => {}
        }
    }

    fn block(&mut self, block: &Value) {
        match block["text"].as_str() {
            Some(text) => self.say(text),
            None => self.pictures += 1,
        }
        if block["cache_control"].is_object() {
            self.kept = self.text.len();
        }
    }

    fn say(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }
}

fn schema(body: &Value) -> Option<&Value> {
    let places = ["/tools/0/input_schema", "/output_config/format/schema", "/response_format/json_schema/schema"];
    places.iter().find_map(|place| body.pointer(place))
}

/// What the last message says, as JSON says it.
fn last_message(body: &Value) -> String {
    let last = body["messages"].as_array().and_then(|messages| messages.last());
    last.map(|message| message["content"].to_string()).unwrap_or_default()
}

/// Code with a picture, or with a scene to go by, takes as long as the analysis says of these.
fn work(named: Work, heard: &Heard, message: &str) -> Work {
    match named {
        Work::Code if heard.pictures > 0 => Work::CodeFromPicture,
        Work::Code if message.contains(SCENE) => Work::CodeWithReference,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::bench::Assumptions;

    fn read(protocol: Protocol, body: &Value) -> Option<Asked> {
        Asked::read(protocol, body, &Assumptions::built_in().expect("no mistakes").counting)
    }

    #[test]
    fn both_protocols_say_the_same() {
        let schema = json!({"type": "object"});
        let openai = json!({
            "model": "brain/m", "stream": true,
            "messages": [{"role": "system", "content": "be brief"}, {"role": "user", "content": "a title"}],
            "response_format": {"type": "json_schema", "json_schema": {"schema": schema}},
        });
        let anthropic = json!({
            "model": "brain/m", "stream": true, "system": [{"type": "text", "text": "be brief", "cache_control": {}}],
            "messages": [{"role": "user", "content": [{"type": "text", "text": "a title"}]}],
            "tools": [{"name": "a", "input_schema": schema}],
        });
        let [left, right] =
            [read(Protocol::OpenAi, &openai).expect("a call"), read(Protocol::Anthropic, &anthropic).expect("a call")];
        assert_eq!(
            (left.text, left.work, left.schema, left.input),
            (right.text, right.work, right.schema, right.input)
        );
        assert_eq!((left.as_tool, right.as_tool), (false, true));
        assert_eq!((left.kept.as_str(), right.kept.as_str()), ("", "be brief\n"));
    }

    #[test]
    fn code_is_known_by_what_comes_with_it() {
        let asked = |content: Value| {
            let body = json!({"model": "code/m", "messages": [{"role": "user", "content": content}]});
            read(Protocol::OpenAi, &body).map(|asked| asked.work)
        };
        let picture = json!([{"type": "image_url", "image_url": {"url": "https://a.example/b.png"}}]);
        assert_eq!(asked(json!("a rocket")), Some(Work::Code));
        assert_eq!(asked(json!("like this: export default Rocket")), Some(Work::CodeWithReference));
        assert_eq!(asked(picture), Some(Work::CodeFromPicture));
        assert_eq!(read(Protocol::OpenAi, &json!({"model": "gpt", "messages": []})), None);
    }
}
