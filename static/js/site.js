// What a script adds to pages that all work without one.
import "./form.js";
import "./list.js";
import "./names.js";
import "./tray.js";
