// The table of the files that travel inside the binary. A new lesson or asset gets an array and a
// row here, sorted by name; the Tidy test fails while one is missing.
#include "CContent.h"

static const uint8_t assets_alert_the_chain_svg[] = {
#embed "../../Assets/alert/the_chain.svg"
};
static const uint8_t assets_alert_the_chain_txt[] = {
#embed "../../Assets/alert/the_chain.txt"
};
static const uint8_t assets_author_handout_html[] = {
#embed "../../Assets/author/handout.html"
};
static const uint8_t assets_author_help_demo_md[] = {
#embed "../../Assets/author/help/demo.md"
};
static const uint8_t assets_author_help_extras_md[] = {
#embed "../../Assets/author/help/extras.md"
};
static const uint8_t assets_author_help_grade_md[] = {
#embed "../../Assets/author/help/grade.md"
};
static const uint8_t assets_author_help_lesson_md[] = {
#embed "../../Assets/author/help/lesson.md"
};
static const uint8_t assets_author_help_predict_md[] = {
#embed "../../Assets/author/help/predict.md"
};
static const uint8_t assets_author_help_prove_md[] = {
#embed "../../Assets/author/help/prove.md"
};
static const uint8_t assets_author_help_quiz_md[] = {
#embed "../../Assets/author/help/quiz.md"
};
static const uint8_t assets_author_help_step_md[] = {
#embed "../../Assets/author/help/step.md"
};
static const uint8_t assets_author_help_task_md[] = {
#embed "../../Assets/author/help/task.md"
};
static const uint8_t assets_author_help_tests_md[] = {
#embed "../../Assets/author/help/tests.md"
};
static const uint8_t assets_author_help_text_md[] = {
#embed "../../Assets/author/help/text.md"
};
static const uint8_t assets_author_help_time_md[] = {
#embed "../../Assets/author/help/time.md"
};
static const uint8_t assets_author_help_vars_md[] = {
#embed "../../Assets/author/help/vars.md"
};
static const uint8_t assets_author_help_ways_md[] = {
#embed "../../Assets/author/help/ways.md"
};
static const uint8_t assets_author_new_lab_md[] = {
#embed "../../Assets/author/new.lab.md"
};
static const uint8_t assets_both_down_tree_svg[] = {
#embed "../../Assets/both-down/tree.svg"
};
static const uint8_t assets_both_down_tree_txt[] = {
#embed "../../Assets/both-down/tree.txt"
};
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
static const uint8_t assets_gray_failure_how_far_svg[] = {
#embed "../../Assets/gray-failure/how_far.svg"
};
static const uint8_t assets_gray_failure_how_far_txt[] = {
#embed "../../Assets/gray-failure/how_far.txt"
};
static const uint8_t assets_stage_index_html[] = {
#embed "../../Assets/stage/index.html"
};
static const uint8_t assets_stage_stage_css[] = {
#embed "../../Assets/stage/stage.css"
};
static const uint8_t assets_stage_stage_js[] = {
#embed "../../Assets/stage/stage.js"
};
static const uint8_t assets_takeaway_runbook_html[] = {
#embed "../../Assets/takeaway/runbook.html"
};
static const uint8_t assets_ttl_who_says_what_svg[] = {
#embed "../../Assets/ttl/who_says_what.svg"
};
static const uint8_t assets_ttl_who_says_what_txt[] = {
#embed "../../Assets/ttl/who_says_what.txt"
};
static const uint8_t assets_two_regions_tree_svg[] = {
#embed "../../Assets/two-regions/tree.svg"
};
static const uint8_t assets_two_regions_tree_txt[] = {
#embed "../../Assets/two-regions/tree.txt"
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
static const uint8_t lessons_alert_lab_md[] = {
#embed "../../Lessons/alert.lab.md"
};
static const uint8_t lessons_both_down_lab_md[] = {
#embed "../../Lessons/both-down.lab.md"
};
static const uint8_t lessons_cafe_failover_lab_md[] = {
#embed "../../Lessons/cafe-failover.lab.md"
};
static const uint8_t lessons_cafe_quiz_lab_md[] = {
#embed "../../Lessons/cafe-quiz.lab.md"
};
static const uint8_t lessons_gray_failure_lab_md[] = {
#embed "../../Lessons/gray-failure.lab.md"
};
static const uint8_t lessons_ttl_lab_md[] = {
#embed "../../Lessons/ttl.lab.md"
};
static const uint8_t lessons_two_regions_lab_md[] = {
#embed "../../Lessons/two-regions.lab.md"
};
static const uint8_t lessons_two_shores_scene_yaml[] = {
#embed "../../Lessons/two-shores.scene.yaml"
};
static const uint8_t lessons_weighted_canary_lab_md[] = {
#embed "../../Lessons/weighted-canary.lab.md"
};

#define FILE(name, array) {name, array, sizeof array}

static const struct cc_file files[] = {
    FILE("Assets/alert/the_chain.svg", assets_alert_the_chain_svg),
    FILE("Assets/alert/the_chain.txt", assets_alert_the_chain_txt),
    FILE("Assets/author/handout.html", assets_author_handout_html),
    FILE("Assets/author/help/demo.md", assets_author_help_demo_md),
    FILE("Assets/author/help/extras.md", assets_author_help_extras_md),
    FILE("Assets/author/help/grade.md", assets_author_help_grade_md),
    FILE("Assets/author/help/lesson.md", assets_author_help_lesson_md),
    FILE("Assets/author/help/predict.md", assets_author_help_predict_md),
    FILE("Assets/author/help/prove.md", assets_author_help_prove_md),
    FILE("Assets/author/help/quiz.md", assets_author_help_quiz_md),
    FILE("Assets/author/help/step.md", assets_author_help_step_md),
    FILE("Assets/author/help/task.md", assets_author_help_task_md),
    FILE("Assets/author/help/tests.md", assets_author_help_tests_md),
    FILE("Assets/author/help/text.md", assets_author_help_text_md),
    FILE("Assets/author/help/time.md", assets_author_help_time_md),
    FILE("Assets/author/help/vars.md", assets_author_help_vars_md),
    FILE("Assets/author/help/ways.md", assets_author_help_ways_md),
    FILE("Assets/author/new.lab.md", assets_author_new_lab_md),
    FILE("Assets/both-down/tree.svg", assets_both_down_tree_svg),
    FILE("Assets/both-down/tree.txt", assets_both_down_tree_txt),
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
    FILE("Assets/gray-failure/how_far.svg", assets_gray_failure_how_far_svg),
    FILE("Assets/gray-failure/how_far.txt", assets_gray_failure_how_far_txt),
    FILE("Assets/stage/index.html", assets_stage_index_html),
    FILE("Assets/stage/stage.css", assets_stage_stage_css),
    FILE("Assets/stage/stage.js", assets_stage_stage_js),
    FILE("Assets/takeaway/runbook.html", assets_takeaway_runbook_html),
    FILE("Assets/ttl/who_says_what.svg", assets_ttl_who_says_what_svg),
    FILE("Assets/ttl/who_says_what.txt", assets_ttl_who_says_what_txt),
    FILE("Assets/two-regions/tree.svg", assets_two_regions_tree_svg),
    FILE("Assets/two-regions/tree.txt", assets_two_regions_tree_txt),
    FILE("Assets/website/confirmation.html", assets_website_confirmation_html),
    FILE("Assets/website/confirmation.txt", assets_website_confirmation_txt),
    FILE("Assets/website/index.html", assets_website_index_html),
    FILE("Lessons/alert.lab.md", lessons_alert_lab_md),
    FILE("Lessons/both-down.lab.md", lessons_both_down_lab_md),
    FILE("Lessons/cafe-failover.lab.md", lessons_cafe_failover_lab_md),
    FILE("Lessons/cafe-quiz.lab.md", lessons_cafe_quiz_lab_md),
    FILE("Lessons/gray-failure.lab.md", lessons_gray_failure_lab_md),
    FILE("Lessons/ttl.lab.md", lessons_ttl_lab_md),
    FILE("Lessons/two-regions.lab.md", lessons_two_regions_lab_md),
    FILE("Lessons/two-shores.scene.yaml", lessons_two_shores_scene_yaml),
    FILE("Lessons/weighted-canary.lab.md", lessons_weighted_canary_lab_md),
};

size_t cc_count(void) { return sizeof files / sizeof files[0]; }

const struct cc_file *cc_file_at(size_t index) { return &files[index]; }
