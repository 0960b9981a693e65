// The table of the files that travel inside the binary. A new lesson or asset gets an array and a
// row here, sorted by name; the Tidy test fails while one is missing.
#include "CContent.h"

static const uint8_t assets_cafe_failover_begin_lab_svg[] = {
#embed "../../Assets/cafe-failover/begin_lab.svg"
};
static const uint8_t assets_cafe_failover_begin_lab_txt[] = {
#embed "../../Assets/cafe-failover/begin_lab.txt"
};
static const uint8_t assets_cafe_failover_business_need_svg[] = {
#embed "../../Assets/cafe-failover/business_need.svg"
};
static const uint8_t assets_cafe_failover_business_need_txt[] = {
#embed "../../Assets/cafe-failover/business_need.txt"
};
static const uint8_t assets_cafe_failover_intro_svg[] = {
#embed "../../Assets/cafe-failover/intro.svg"
};
static const uint8_t assets_cafe_failover_intro_txt[] = {
#embed "../../Assets/cafe-failover/intro.txt"
};
static const uint8_t assets_cafe_failover_lab_task_overview_svg[] = {
#embed "../../Assets/cafe-failover/lab_task_overview.svg"
};
static const uint8_t assets_cafe_failover_lab_task_overview_txt[] = {
#embed "../../Assets/cafe-failover/lab_task_overview.txt"
};
static const uint8_t assets_cafe_failover_lab_task_overview_words_txt[] = {
#embed "../../Assets/cafe-failover/lab_task_overview.words.txt"
};
static const uint8_t assets_cafe_failover_lab_tasks_svg[] = {
#embed "../../Assets/cafe-failover/lab_tasks.svg"
};
static const uint8_t assets_cafe_failover_lab_tasks_txt[] = {
#embed "../../Assets/cafe-failover/lab_tasks.txt"
};
static const uint8_t assets_cafe_failover_lab_tasks_words_txt[] = {
#embed "../../Assets/cafe-failover/lab_tasks.words.txt"
};
static const uint8_t assets_cafe_failover_route_architecture_diagram_svg[] = {
#embed "../../Assets/cafe-failover/route_architecture_diagram.svg"
};
static const uint8_t assets_cafe_failover_route_architecture_diagram_txt[] = {
#embed "../../Assets/cafe-failover/route_architecture_diagram.txt"
};
static const uint8_t assets_cafe_failover_scenario_svg[] = {
#embed "../../Assets/cafe-failover/scenario.svg"
};
static const uint8_t assets_cafe_failover_scenario_txt[] = {
#embed "../../Assets/cafe-failover/scenario.txt"
};
static const uint8_t assets_cafe_failover_technical_req_svg[] = {
#embed "../../Assets/cafe-failover/technical_req.svg"
};
static const uint8_t assets_cafe_failover_technical_req_txt[] = {
#embed "../../Assets/cafe-failover/technical_req.txt"
};
static const uint8_t assets_gradebook_feedback_html[] = {
#embed "../../Assets/gradebook/feedback.html"
};
static const uint8_t assets_gradebook_report_html[] = {
#embed "../../Assets/gradebook/report.html"
};
static const uint8_t assets_website_confirmation_html[] = {
#embed "../../Assets/website/confirmation.html"
};
static const uint8_t assets_website_confirmation_txt[] = {
#embed "../../Assets/website/confirmation.txt"
};
static const uint8_t assets_website_index_html[] = {
#embed "../../Assets/website/index.html"
};
static const uint8_t assets_website_index_txt[] = {
#embed "../../Assets/website/index.txt"
};
static const uint8_t lessons_cafe_failover_lab_md[] = {
#embed "../../Lessons/cafe-failover.lab.md"
};
static const uint8_t lessons_cafe_quiz_lab_md[] = {
#embed "../../Lessons/cafe-quiz.lab.md"
};
static const uint8_t lessons_two_shores_scene_yaml[] = {
#embed "../../Lessons/two-shores.scene.yaml"
};

#define FILE(name, array) {name, array, sizeof array}

static const struct cc_file files[] = {
    FILE("Assets/cafe-failover/begin_lab.svg", assets_cafe_failover_begin_lab_svg),
    FILE("Assets/cafe-failover/begin_lab.txt", assets_cafe_failover_begin_lab_txt),
    FILE("Assets/cafe-failover/business_need.svg", assets_cafe_failover_business_need_svg),
    FILE("Assets/cafe-failover/business_need.txt", assets_cafe_failover_business_need_txt),
    FILE("Assets/cafe-failover/intro.svg", assets_cafe_failover_intro_svg),
    FILE("Assets/cafe-failover/intro.txt", assets_cafe_failover_intro_txt),
    FILE("Assets/cafe-failover/lab_task_overview.svg", assets_cafe_failover_lab_task_overview_svg),
    FILE("Assets/cafe-failover/lab_task_overview.txt", assets_cafe_failover_lab_task_overview_txt),
    FILE("Assets/cafe-failover/lab_task_overview.words.txt",
         assets_cafe_failover_lab_task_overview_words_txt),
    FILE("Assets/cafe-failover/lab_tasks.svg", assets_cafe_failover_lab_tasks_svg),
    FILE("Assets/cafe-failover/lab_tasks.txt", assets_cafe_failover_lab_tasks_txt),
    FILE("Assets/cafe-failover/lab_tasks.words.txt", assets_cafe_failover_lab_tasks_words_txt),
    FILE("Assets/cafe-failover/route_architecture_diagram.svg",
         assets_cafe_failover_route_architecture_diagram_svg),
    FILE("Assets/cafe-failover/route_architecture_diagram.txt",
         assets_cafe_failover_route_architecture_diagram_txt),
    FILE("Assets/cafe-failover/scenario.svg", assets_cafe_failover_scenario_svg),
    FILE("Assets/cafe-failover/scenario.txt", assets_cafe_failover_scenario_txt),
    FILE("Assets/cafe-failover/technical_req.svg", assets_cafe_failover_technical_req_svg),
    FILE("Assets/cafe-failover/technical_req.txt", assets_cafe_failover_technical_req_txt),
    FILE("Assets/gradebook/feedback.html", assets_gradebook_feedback_html),
    FILE("Assets/gradebook/report.html", assets_gradebook_report_html),
    FILE("Assets/website/confirmation.html", assets_website_confirmation_html),
    FILE("Assets/website/confirmation.txt", assets_website_confirmation_txt),
    FILE("Assets/website/index.html", assets_website_index_html),
    FILE("Assets/website/index.txt", assets_website_index_txt),
    FILE("Lessons/cafe-failover.lab.md", lessons_cafe_failover_lab_md),
    FILE("Lessons/cafe-quiz.lab.md", lessons_cafe_quiz_lab_md),
    FILE("Lessons/two-shores.scene.yaml", lessons_two_shores_scene_yaml),
};

size_t cc_count(void) { return sizeof files / sizeof files[0]; }

const struct cc_file *cc_file_at(size_t index) { return &files[index]; }
