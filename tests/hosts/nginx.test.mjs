// hosts/nginx.conf in a real nginx.

import { keeps } from "./asked.mjs";
import { nginx } from "./servers.mjs";

keeps("nginx", nginx);
