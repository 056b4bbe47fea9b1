//! What is said to someone who calls it wrongly.

/// How it is called.
pub(crate) const USAGE: &str = "\
usage: local-studio serve --data DIR [--listen 127.0.0.1:PORT] [--print-access-key] [OPTION ...]
       local-studio rotate-key --data DIR

serve answers until it is told to end:
  --data DIR           keeps its data there; made if it is missing
  --listen ADDRESS     a loopback address; port 0 takes any that is free (default 127.0.0.1:0)
  --print-access-key   prints the AccessKey, with its secret, in the line on standard output

What it pretends to be, instead of This computer:
  --region ID          does what that region does: cn-beijing, ap-southeast-1, ap-northeast-1, cn-hongkong,
                       eu-central-1, us-east-1
  --quota N            allows so many keys
  --max-page N         gives so many rows on a page at most
  --api-host TEXT      workspaces name this as their host; {WorkspaceId} in it stands for their id
  --identity WHO       main: the account itself; ram: a RAM user, who sees its own keys alone
  --deny ACTION        the RAM user may not do this (may be repeated)

What is wrong with it:
  --delay-ms N         every answer comes so much later
  --throttle-every N   one in N signed requests is refused as too fast
  --retry-after-ms N   and told to wait so long
  --fail [ACTION=]CODE what fails with a code of the platform: an operation, or every request of the plane that the
                       code belongs to (may be repeated)
  --fail-shape SHAPE   gateway (default), xml, or envelope: success is false inside HTTP 200
  --new-fields         answers hold fields and words that no client knows yet
  --html               a captive portal answers instead

rotate-key puts a new RSA pair in place of the one that encrypted calls are encrypted for, also beside a running server.";
