//! A server that somebody else wrote, as a process that ends with this one.

use std::error::Error;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::models::KEY;

/// How long a server may take to start: that in Python loads for a while.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server that runs.
#[derive(Debug)]
pub(crate) struct Server {
    process: Child,
    port: u16,
}

impl Server {
    /// Starts the program that a variable names, with arguments made for a port, and waits until it answers.
    pub(crate) fn start(variable: &str, args: impl Fn(u16) -> Vec<String>) -> Result<Self, Box<dyn Error>> {
        let program = std::env::var_os(variable).ok_or_else(|| {
            format!("expected {variable} to name a server's program: run `make protocol`, which sets it")
        })?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = Command::new(&program);
        let process = command.args(args(port)).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = process.map_err(|error| format!("`{}` cannot be started: {error}", program.display()))?;
        let mut server = Self { process, port };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = server.process.try_wait()? {
                return Err(format!("`{}` has ended with {status}", program.display()).into());
            }
            if begun.elapsed() > PATIENCE {
                return Err(format!("`{}` does not answer", program.display()).into());
            }
            sleep(Duration::from_millis(20));
        }
        Ok(server)
    }

    /// Its address with a path.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Asks it for something beside the protocols, and reads the JSON of its answer.
    pub(crate) fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, Box<dyn Error>> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let head = format!("{method} {path} HTTP/1.0\r\nhost: 127.0.0.1\r\nauthorization: Bearer {KEY}\r\n");
        write!(stream, "{head}content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (_, body) = answer.split_once("\r\n\r\n").ok_or("expected an answer")?;
        Ok(serde_json::from_str(body).unwrap_or_default())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
