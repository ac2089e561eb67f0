// Real servers on this machine only: an ordinary user's process in a folder of its own, on a free port, gone with the test.
//
// The site lies below /bao-cao/2021/ of a portal that does what portals do: it answers every address with its home page,
// forbids frames, sends a policy of its own, keeps scripts for a month and compresses on the fly.

import { spawn } from "node:child_process";
import { chown, copyFile, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { lay, ours } from "./folder.mjs";

export const MOUNT = "/bao-cao/2021/";
const PORTAL = "<!doctype html><title>Cổng thông tin</title><p>Trang chủ của cổng, cho mọi địa chỉ.";
/** Root starts them as nobody; anybody else as himself. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Where a program is: among what `cargo xtask setup` laid down, on the PATH, or where only root looks. */
function find(...names) {
  const folders = [ours("target/tools/hosts/usr/sbin"), ...(process.env.PATH ?? "").split(delimiter)];
  folders.push("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin");
  const all = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return all.find((path) => existsSync(path));
}

/** A nginx with our location, as a webmaster would write it: `{ origin, packs, stop }`, or a sentence why there is none. */
export async function nginx() {
  const found = find("nginx");
  if (!found) return "nginx is not there and could not be installed (`cargo xtask setup` tries)";
  return start(async (folder, port) => {
    // Copied, because nobody may not look into somebody's checkout.
    const program = join(folder, "nginx");
    await copyFile(found, program);
    const module = await brotliModule(found);
    if (module) await copyFile(module, join(folder, "brotli.so"));
    let location = await readFile(ours("hosts/nginx.conf"), "utf8");
    location = location.replace("/srv/www/bao-cao/2021/", join(folder, "site/"));
    if (module) location = location.replace("# brotli_static on;", "brotli_static on;");
    await writeFile(join(folder, "tong-ket.conf"), location);
    const stores = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    await writeFile(
      join(folder, "nginx.conf"),
      `${module ? `load_module ${folder}/brotli.so;` : ""}
      daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr notice;
      events { worker_connections 64; }
      http {
        access_log off;
        ${stores.map((store) => `${store}_temp_path ${folder}/${store};`).join(" ")}
        types { text/html html; application/octet-stream wasm; }
        gzip on; gzip_types text/css text/javascript application/json;
        server {
          listen 127.0.0.1:${port};
          root ${folder}/www;
          add_header X-Frame-Options SAMEORIGIN;
          add_header Content-Security-Policy "default-src 'self'";
          location / { try_files $uri /index.html; }
          location ~* \\.(js|css|png|wasm)$ { expires 30d; }
          include ${folder}/tong-ket.conf;
        }
      }\n`,
    );
    return { program, args: ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], packs: module ? ["br", "gzip"] : ["gzip"] };
  });
}

async function brotliModule(program) {
  const beside = join(dirname(dirname(await realpath(program))), "lib/nginx/modules");
  const folders = [beside, "/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/local/libexec/nginx"];
  const paths = folders.map((folder) => join(folder, "ngx_http_brotli_static_module.so"));
  return paths.find((path) => existsSync(path));
}

/** An Apache that reads our .htaccess and knows nothing else of us. */
export async function apache() {
  const program = find("apache2", "httpd");
  const modules = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2"].find((path) => existsSync(path));
  if (!program || !modules) return "Apache is not there and could not be installed (`cargo xtask setup` tries)";
  return start(async (folder, port) => {
    // The rules of a portal for its own folders: what is no file is its home page.
    const home = "RewriteEngine On\nRewriteCond %{REQUEST_FILENAME} !-f\nRewriteCond %{REQUEST_FILENAME} !-d\nRewriteRule . /index.html [L]\n";
    await writeFile(join(folder, "www/.htaccess"), home);
    await writeFile(join(folder, "mime.types"), "text/html html\n");
    const wanted = "mpm_event unixd authn_core authz_core mime dir alias env filter negotiation setenvif headers rewrite expires deflate";
    const there = wanted.split(" ").filter((name) => existsSync(join(modules, `mod_${name}.so`)));
    await cp(join(folder, "site"), join(folder, `www${MOUNT}`), { recursive: true, preserveTimestamps: true });
    await writeFile(
      join(folder, "httpd.conf"),
      `${there.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join("\n")}
      ServerRoot "${folder}"
      DefaultRuntimeDir "${folder}"
      PidFile "${folder}/pid"
      ServerName localhost
      Listen 127.0.0.1:${port}
      ErrorLog "${folder}/error.log"
      StartServers 1
      ServerLimit 2
      ThreadsPerChild 25
      MaxRequestWorkers 50
      TypesConfig "${folder}/mime.types"
      AddType application/x-gzip .gz .tgz
      AddLanguage br .br
      AddDefaultCharset ISO-8859-1
      Header always set X-Frame-Options SAMEORIGIN
      Header set X-Frame-Options SAMEORIGIN
      Header set Content-Security-Policy "default-src 'self'"
      Header always set Access-Control-Allow-Origin "https://portal.example"
      Header set Access-Control-Allow-Origin "https://portal.example"
      Header set X-Content-Type-Options nosniff
      ExpiresActive On
      ExpiresDefault "access plus 1 month"
      AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/wasm
      DocumentRoot "${folder}/www"
      DirectoryIndex index.html
      <Directory "${folder}/www">
        AllowOverride FileInfo
        Options FollowSymLinks MultiViews
        Require all granted
      </Directory>\n`,
    );
    return { program, args: ["-DFOREGROUND", "-d", folder, "-f", join(folder, "httpd.conf")], packs: ["br", "gzip"] };
  });
}

async function start(prepare) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "tongket-host-")));
  await mkdir(join(folder, "www"));
  await writeFile(join(folder, "www/index.html"), PORTAL);
  const paths = await lay(join(folder, "site"));
  const port = await freePort();
  const { program, args, packs } = await prepare(folder, port);
  if (NOBODY.uid) await give(folder);
  const child = spawn(program, args, { ...NOBODY, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (bytes) => (said += bytes));
  let failed;
  child.on("error", (error) => (failed = String(error)));
  const kill = () => child.kill("SIGTERM");
  process.once("exit", kill);
  const stop = async () => {
    process.off("exit", kill);
    if (child.exitCode === null && child.signalCode === null && !failed) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      kill();
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 25))) {
    if (await fetch(origin).then((answer) => answer.ok, () => false)) break;
    if (failed || child.exitCode !== null || Date.now() > until) {
      const log = await readFile(join(folder, "error.log"), "utf8").catch(() => "");
      await stop();
      throw new Error(`${program} did not start: ${failed ?? said + log}`);
    }
  }
  return { origin, folder: join(folder, "site"), paths, packs, portal: PORTAL, stop };
}

async function give(folder) {
  await chown(folder, NOBODY.uid, NOBODY.gid);
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), NOBODY.uid, NOBODY.gid);
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
