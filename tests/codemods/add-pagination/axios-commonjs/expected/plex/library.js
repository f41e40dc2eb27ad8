const axios = require("axios");
const { requestPages } = require("./read-pages");

class Library {
  async all(id) {
    const url = `http://${this.host}:32400/library/sections/${id}/all?X-Plex-Token=${this.token}`;
    let res = await requestPages(["MediaContainer", "Metadata"], (start) => axios.get(url, { headers: { "X-Plex-Container-Start": String(start), "X-Plex-Container-Size": "200" } }));
    return res.data.MediaContainer.Metadata.map((item) => item.title);
  }
}

module.exports = Library;
