//! The service as a program of its own, asked over sockets.

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tempfile::TempDir;

pub(crate) type Tested = Result<(), Box<dyn Error>>;

/// What a test waits for at most.
const PATIENCE: Duration = Duration::from_secs(30);

/// The service, with data of its own, until it goes out of scope.
pub(crate) struct Served {
    child: Child,
    /// Where it listens, as in `127.0.0.1:4000`.
    pub(crate) address: String,
    /// What it has written to standard error so far.
    log: Arc<Mutex<String>>,
    /// Its folders: `data` and `cache`.
    pub(crate) folder: TempDir,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Came {
    pub(crate) status: u16,
    /// Status line and headers, in lower case.
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Served {
    pub(crate) fn start(args: &[&str], variables: &[(&str, &str)]) -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let mut command = command(args, variables);
        command.env("FIRSTFRAME_DATA", folder.path().join("data"));
        command.env("FIRSTFRAME_CACHE", folder.path().join("cache"));
        let mut child = command.args(["--port", "0"]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
        let log: Arc<Mutex<String>> = Arc::default();
        let lines = BufReader::new(child.stderr.take().ok_or("no standard error")?);
        let address = listening(lines, Arc::clone(&log)).recv_timeout(PATIENCE)?;
        Ok(Self { child, address, log, folder })
    }

    /// What it has written to standard error, once it holds this.
    pub(crate) fn log_with(&self, expected: &str) -> String {
        let log = || self.log.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for _ in 0..200 {
            if log().contains(expected) {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        log()
    }

    pub(crate) fn connect(&self) -> std::io::Result<TcpStream> {
        let stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(stream)
    }

    /// Sends a head as it is written here, and a body, over a connection of its own.
    pub(crate) fn ask(&self, head: &str, body: &str) -> Result<Came, Box<dyn Error>> {
        let host = if head.to_ascii_lowercase().contains("\nhost:") { "" } else { "host: localhost\r\n" };
        let length = if body.is_empty() { String::new() } else { format!("content-length: {}\r\n", body.len()) };
        let (first, rest) = head.split_once('\n').unwrap_or((head, ""));
        let rest: String = rest.lines().flat_map(|line| [line.trim(), "\r\n"]).collect();
        let mut stream = self.connect()?;
        write!(stream, "{first} HTTP/1.1\r\n{host}{rest}{length}connection: close\r\n\r\n{body}")?;
        came(stream)
    }

    /// Asks for JSON to be worked on.
    pub(crate) fn post(&self, path: &str, body: &serde_json::Value) -> Result<Came, Box<dyn Error>> {
        self.ask(&format!("POST {path}\ncontent-type: application/json"), &body.to_string())
    }

    /// Tells it to end, as a system does.
    pub(crate) fn terminate(&self) -> std::io::Result<()> {
        Command::new("kill").arg(self.child.id().to_string()).status().map(drop)
    }

    /// Waits until it has ended.
    pub(crate) fn ended(&mut self) -> std::io::Result<std::process::ExitStatus> {
        self.child.wait()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `firstframe serve` with nothing of the environment that says anything about models.
pub(crate) fn command(args: &[&str], variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstframe"));
    for name in ["ANTHROPIC_API_KEY", "OPENAI_API_KEY", "ANTHROPIC_BASE_URL", "OPENAI_BASE_URL", "FIRSTFRAME_LOCAL_URL"]
    {
        command.env_remove(name);
    }
    command.env_remove("FIRSTFRAME_MODELS").env_remove("FIRSTFRAME_TOKEN").arg("serve").args(args);
    command.envs(variables.iter().copied()).stdin(Stdio::null());
    command
}

/// Reads all of an answer.
pub(crate) fn came(mut stream: TcpStream) -> Result<Came, Box<dyn Error>> {
    let mut bytes = Vec::new();
    let read = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    if text.is_empty() {
        read?;
    }
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(|| format!("no answer: {text}"))?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or("no status")?;
    Ok(Came { status, head: head.to_ascii_lowercase(), body: body.to_owned() })
}

/// Keeps what is written, and says where it listens as soon as that is said.
fn listening(lines: impl BufRead + Send + 'static, log: Arc<Mutex<String>>) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for line in lines.lines().map_while(Result::ok) {
            let at = line.find("127.0.0.1:").filter(|_| line.contains("listening"));
            if let Some(at) = at {
                let is_part = |c: char| c.is_ascii_digit() || c == '.' || c == ':';
                let address: String = line[at..].chars().take_while(|c| is_part(*c)).collect();
                let _ = sender.send(address);
            }
            log.lock().unwrap_or_else(PoisonError::into_inner).extend([line.as_str(), "\n"]);
        }
    });
    receiver
}
