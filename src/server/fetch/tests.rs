use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and so on";

type Tested = Result<(), Box<dyn std::error::Error>>;

/// A web server on this machine that gives the same answer to everybody, and counts who asks.
struct Site {
    port: u16,
    asked: Arc<AtomicUsize>,
}

impl Site {
    async fn saying(answer: impl Into<Vec<u8>>) -> io::Result<Self> {
        let (listener, answer) = (TcpListener::bind("127.0.0.1:0").await?, answer.into());
        let site = Self { port: listener.local_addr()?.port(), asked: Arc::default() };
        let asked = Arc::clone(&site.asked);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                asked.fetch_add(1, Ordering::Relaxed);
                let _ = stream.read(&mut [0; 4096]).await;
                let _ = stream.write_all(&answer).await;
            }
        });
        Ok(site)
    }

    fn at(&self, host: &str) -> String {
        format!("http://{host}:{}/a.png", self.port)
    }
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 {head}\r\nconnection: close\r\n\r\n").as_bytes(), body].concat()
}

/// Names as tests know them. What is public leads to this machine, and nothing else does.
fn fetch() -> Fetch {
    Fetch { resolver: |host| Box::pin(std::future::ready(Ok(resolved(&host)))), way: |_| IpAddr::from([127, 0, 0, 1]) }
}

fn resolved(host: &str) -> Vec<IpAddr> {
    static REBOUND: AtomicUsize = AtomicUsize::new(0);
    let found: &[&str] = match host {
        "public.test" => &["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"],
        "private.test" => &["192.168.1.1"],
        "metadata.test" => &["169.254.169.254"],
        "mapped.test" => &["::ffff:10.0.0.1"],
        "nat64.test" => &["64:ff9b::a00:1"],
        "mixed.test" => &["93.184.215.14", "127.0.0.1"],
        "rebound.test" if REBOUND.fetch_add(1, Ordering::Relaxed) == 0 => &["93.184.215.14"],
        "rebound.test" => &["127.0.0.1"],
        _ => &[],
    };
    found.iter().filter_map(|address| address.parse().ok()).collect()
}

async fn refusal(address: &str) -> String {
    match fetch().picture(address).await {
        Ok(bytes) => format!("{} bytes", bytes.len()),
        Err(problem) => problem.document().detail.clone(),
    }
}

#[tokio::test]
async fn a_picture_is_fetched_from_a_public_address() -> Tested {
    let site = Site::saying(answer("200 OK\r\ncontent-type: image/png", PNG)).await?;
    let bytes = fetch().picture(&site.at("public.test")).await.map_err(|problem| format!("{problem:?}"))?;
    assert_eq!(bytes, PNG);
    Ok(())
}

#[tokio::test]
async fn what_is_not_public_is_never_asked() -> Tested {
    let site = Site::saying(answer("200 OK\r\ncontent-type: image/png", PNG)).await?;
    for host in [
        "127.0.0.1",
        "localhost.",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "[fd00:ec2::254]",
        "[fe80::1]",
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "224.0.0.1",
        "private.test",
        "metadata.test",
        "mapped.test",
        "nat64.test",
        "mixed.test",
    ] {
        let told = refusal(&site.at(host)).await;
        assert!(told.contains("public address") || told.contains("no such host"), "{host}: {told}");
    }
    for address in
        ["ftp://public.test/a.png", "file:///etc/passwd", "data:image/png;base64,", "http://a:b@public.test/", "x"]
    {
        assert!(refusal(address).await.contains("expected an address"), "{address}");
    }
    assert_eq!(site.asked.load(Ordering::Relaxed), 0);
    Ok(())
}

#[tokio::test]
async fn a_redirect_is_held_to_the_same() -> Tested {
    let picture = Site::saying(answer("200 OK\r\ncontent-type: image/png", PNG)).await?;
    let to = |place: &str| answer(&format!("302 Found\r\nlocation: {place}"), b"");
    for (place, expected) in [
        (picture.at("public.test"), "18 bytes"),
        (picture.at("127.0.0.1"), "public address"),
        (picture.at("private.test"), "public address"),
        ("http://169.254.169.254/latest/meta-data".to_owned(), "public address"),
        ("file:///etc/passwd".to_owned(), "expected an address"),
        ("/again".to_owned(), "again and again"),
    ] {
        let told = refusal(&Site::saying(to(&place)).await?.at("public.test")).await;
        assert!(told.contains(expected), "{place}: {told}");
    }
    let secure = Url::parse("https://public.test/")?;
    let headers = HeaderMap::from_iter([(header::LOCATION, "http://public.test/".parse()?)]);
    assert!(elsewhere(&secure, &headers).is_err_and(|problem| problem.document().detail.contains("not secure")));
    Ok(())
}

#[tokio::test]
async fn a_name_is_resolved_once_and_pinned() -> Tested {
    let site = Site::saying(answer("200 OK\r\ncontent-type: image/png", PNG)).await?;
    let address = site.at("rebound.test");
    assert_eq!(refusal(&address).await, "18 bytes", "the connection goes where the name led when it was looked at");
    assert!(refusal(&address).await.contains("public address"), "and is looked at anew for the next");
    Ok(())
}

#[tokio::test]
async fn what_is_no_picture_or_too_large_is_left() -> Tested {
    let endless = vec![0; MAX_ASSET + 2];
    for (answer, expected) in [
        (answer("200 OK\r\ncontent-type: text/html", PNG), "something else"),
        (answer("200 OK", PNG), "something else"),
        (answer("404 Not Found\r\ncontent-type: image/png", PNG), "404"),
        (answer("200 OK\r\ncontent-type: image/png\r\ncontent-encoding: gzip", PNG), "packed"),
        (answer("200 OK\r\ncontent-type: image/png\r\ncontent-length: 99999999999", PNG), "at most 20 MiB"),
        (answer("200 OK\r\ncontent-type: image/png", &endless), "at most 20 MiB"),
        (answer("200 OK\r\ncontent-type: image/png\r\ncontent-length: 99", PNG), "broke off"),
        (b"nonsense".to_vec(), "nobody answers"),
    ] {
        let told = refusal(&Site::saying(answer).await?.at("public.test")).await;
        assert!(told.contains(expected), "{expected}: {told}");
    }
    Ok(())
}
